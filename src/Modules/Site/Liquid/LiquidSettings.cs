using Fluid;
using Fluid.Values;
using Zukunftswerkstatt.Site.Themes;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>
/// The boundary of the templates: which types they may look into, which filters they have, how many steps they may take.
/// One immutable set of options per theme snapshot.
/// </summary>
internal static class LiquidSettings
{
    // The largest page (a matrix of every factor by every type) takes about 60,000 steps; a runaway loop stops soon after.
    private const int MaxSteps = 1_000_000;
    private const int MaxRecursion = 40;

    public static TemplateOptions Create(IReadOnlyDictionary<string, IFluidTemplate> templates, AssetCatalog assets, TimeProvider time, TimeZoneInfo zone, bool strict)
    {
        var parsed = new ParsedTemplates(templates);
        var options = new TemplateOptions
        {
            MaxSteps = MaxSteps,
            MaxRecursion = MaxRecursion,
            // Not StrictVariables: it takes a member that is null for one that does not exist.
            StrictFilters = strict,
            FileProvider = parsed,
            TemplateCache = parsed,
            Now = time.GetUtcNow,
            TimeZone = zone,
        };

        if (strict)
        {
            options.Undefined = static name => throw new InvalidOperationException($"The template names '{name}', which nothing gives it.");
        }

        options.ValueConverters.Add(static value => value is SafeHtml html ? new StringValue(html.Value, encode: false) : null);
        foreach (var type in ViewTypes.All)
        {
            options.MemberAccessStrategy.Register(type);
        }

        PortalFilters.AddTo(options.Filters, assets, zone);
        return options;
    }
}
