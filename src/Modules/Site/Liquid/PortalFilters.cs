using System.Globalization;
using Fluid;
using Fluid.Values;
using Zukunftswerkstatt.Site.Text;
using Zukunftswerkstatt.Site.Themes;
using Zukunftswerkstatt.Site.Views;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>The filters of the theme: words and formats of the page's language, addresses of assets, and the documented part of Orchard's.</summary>
internal static class PortalFilters
{
    public static void AddTo(FilterCollection filters, AssetCatalog assets, TimeZoneInfo zone)
    {
        filters.AddFilter("t", Translate);
        filters.AddFilter("asset_url", (input, _, _) => new StringValue(assets.Url(input.ToStringValue())));
        filters.AddFilter("long_date", (input, _, context) => Dated(input, zone, date => Formats.LongDate(date, CultureOf(context))));
        filters.AddFilter("month", (input, _, context) => Dated(input, zone, date => Formats.Month(date, CultureOf(context))));
        filters.AddFilter("iso_date", (input, _, _) => Dated(input, zone, date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        filters.AddFilter("number", (input, arguments, context) =>
            input.IsNil() ? NilValue.Instance : new StringValue(Formats.Number(input.ToNumberValue(), (int)arguments.At(0).Or(NumberValue.Zero).ToNumberValue(), CultureOf(context))));
        filters.AddFilter("local", (input, _, _) => Moment(input) is { } moment ? new DateTimeValue(TimeZoneInfo.ConvertTime(moment, zone)) : NilValue.Instance);
        filters.AddFilter("slugify", static (input, _, _) => new StringValue(Slug.Of(input.ToStringValue())));
        filters.AddFilter("markdownify", static (input, _, _) => new StringValue(MarkdownRenderer.Render(input.ToStringValue()).Value, encode: false));
        filters.AddFilter("display_text", static (input, _, _) =>
            input.ToObjectValue() is ContentItemView item ? new StringValue(item.DisplayText) : NilValue.Instance);
    }

    // {{ 'search.hits' | t: n: Model.Total }} — "n" chooses between one and other and is written as a number; other names fill their placeholders.
    private static ValueTask<FluidValue> Translate(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var words = PageContext.WordsOf(context);
        var key = input.ToStringValue();
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

    private static FluidValue Dated(FluidValue input, TimeZoneInfo zone, Func<DateOnly, string> format) => input.ToObjectValue() switch
    {
        DateOnly date => new StringValue(format(date)),
        _ when Moment(input) is { } moment => new StringValue(format(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime))),
        _ => NilValue.Instance,
    };

    private static DateTimeOffset? Moment(FluidValue input) => input.ToObjectValue() switch
    {
        DateTimeOffset moment => moment,
        DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => null,
    };

    private static SiteCulture CultureOf(TemplateContext context) => PageContext.WordsOf(context).Culture;
}
