using System.Collections.Concurrent;
using Fluid;
using Fluid.Values;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Renders the Liquid patterns of content types (titles, paths, aliases). A pattern sees the item as plain data and three filters:
/// <c>slugify</c>, <c>display_text</c> and <c>container</c>. Its output is text, not HTML, and therefore not encoded.
/// </summary>
internal sealed class Patterns
{
    private const int MaxLength = 2000;

    private static readonly FluidParser _parser = new();
    private static readonly TemplateOptions _options = CreateOptions();
    private readonly ConcurrentDictionary<string, IFluidTemplate?> _templates = new();

    /// <summary>The rendered pattern, trimmed; empty when the pattern is empty, cannot be parsed or takes too many steps.</summary>
    /// <param name="pattern">The Liquid text.</param>
    /// <param name="item">The item it is for.</param>
    /// <param name="container">Finds the list an item belongs to.</param>
    public async ValueTask<string> RenderAsync(string? pattern, ContentItem item, Func<ContentItem, ValueTask<ContentItem?>> container)
    {
        if (string.IsNullOrWhiteSpace(pattern) ||
            _templates.GetOrAdd(pattern, static text => _parser.TryParse(text, out var parsed, out _) ? parsed : null) is not { } template)
        {
            return "";
        }

        var context = new TemplateContext(_options);
        context.SetValue("ContentItem", item);
        context.AmbientValues["container"] = container;
        try
        {
            var text = (await template.RenderAsync(context, NullEncoder.Default)).Trim();
            return Slug.Cut(text, MaxLength);
        }
        catch (Exception e) when (e is InvalidOperationException or ArithmeticException or ArgumentException or FormatException or InvalidCastException)
        {
            // Too many steps, too deep a recursion, a division by nothing: a pattern someone typed must not stop saving; the title rules ask for one then.
            return "";
        }
    }

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions { MaxSteps = 10_000, MaxRecursion = 20 };
        options.MemberAccessStrategy.Register<ContentItem>();
        options.AddJson();
        options.Filters.AddFilter("slugify", (input, _, _) => StringValue.Create(Slug.From(input.ToStringValue())));
        options.Filters.AddFilter("display_text", (input, _, _) => StringValue.Create(input.ToObjectValue() is ContentItem item ? item.DisplayText : ""));
        options.Filters.AddFilter("container", async (input, _, context) =>
        {
            if (input.ToObjectValue() is not ContentItem item)
            {
                return input;
            }

            var find = (Func<ContentItem, ValueTask<ContentItem?>>)context.AmbientValues["container"];
            return new ObjectValue(await find(item) ?? item);
        });
        return options;
    }
}
