using System.Globalization;
using Fluid;
using Fluid.Values;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Text;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>The filters of the theme: words and formats of the page's language, addresses of assets, and the documented part of Orchard's.</summary>
internal static class PortalFilters
{
    public static void AddTo(FilterCollection filters, AssetCatalog assets, TimeZoneInfo zone)
    {
        filters.AddFilter("t", Translate);
        filters.AddFilter("asset_url", (input, _, _) => new StringValue(assets.Url(input.ToStringValue())));
        filters.AddFilter("long_date", (input, _, context) => Dated(input, zone, date => Dates.Day(LanguageOf(context), date)));
        filters.AddFilter("month", (input, _, context) => Dated(input, zone, date => Dates.Month(LanguageOf(context), date)));
        filters.AddFilter("iso_date", (input, _, _) => Dated(input, zone, date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        filters.AddFilter("number", (input, arguments, context) =>
            input.IsNil() ? NilValue.Instance : new StringValue(Number(input.ToNumberValue(), arguments.At(0), LanguageOf(context))));
        filters.AddFilter("local", (input, _, _) => Moment(input) is { } moment ? new DateTimeValue(TimeZoneInfo.ConvertTime(moment, zone)) : NilValue.Instance);
        filters.AddFilter("slugify", static (input, _, _) => new StringValue(Slug.From(input.ToStringValue())));
        filters.AddFilter("markdownify", static (input, _, _) => new StringValue(MarkdownRenderer.Render(input.ToStringValue()).Value, encode: false));
        filters.AddFilter("host", static (input, _, _) =>
            new StringValue(Uri.TryCreate(input.ToStringValue(), UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.IdnHost : input.ToStringValue()));
        filters.AddFilter("display_text", static (input, _, _) =>
            input.ToObjectValue() is ContentItemView item ? new StringValue(item.DisplayText) : NilValue.Instance);
    }

    // {{ 'search.hits' | t: n: Model.Total }} — "n" chooses between one and other and is written as a number; other names fill their placeholders.
    private static ValueTask<FluidValue> Translate(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var words = PageContext.WordsOf(context);
        var key = input.ToStringValue();
        if (arguments.Count == 0)
        {
            return new StringValue(words[key]);
        }

        var names = arguments.Names.ToList();
        var text = names.Contains("n") ? words.Count(key, (long)arguments["n"].ToNumberValue()) : words[key];
        foreach (var name in names)
        {
            if (name != "n")
            {
                text = Translations.Fill(text, name, arguments[name].ToStringValue());
            }
        }

        return new StringValue(text);
    }

    private static FluidValue Dated(FluidValue input, TimeZoneInfo zone, Func<DateTime, string> format) => input.ToObjectValue() switch
    {
        DateOnly date => new StringValue(format(date.ToDateTime(TimeOnly.MinValue))),
        _ when Moment(input) is { } moment => new StringValue(format(TimeZoneInfo.ConvertTime(moment, zone).DateTime)),
        _ => NilValue.Instance,
    };

    private static DateTimeOffset? Moment(FluidValue input) => input.ToObjectValue() switch
    {
        DateTimeOffset moment => moment,
        DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => null,
    };

    private static string Number(decimal number, FluidValue decimals, Language language) =>
        number.ToString("N" + Math.Clamp((int)decimals.ToNumberValue(), 0, 6).ToString(CultureInfo.InvariantCulture), language.Culture);

    private static Language LanguageOf(TemplateContext context) => PageContext.WordsOf(context).Language;
}
