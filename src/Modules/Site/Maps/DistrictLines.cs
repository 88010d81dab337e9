using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>
/// The imported lines between the Kreise, as one picture that every map of the site refers to: pages stay small, and a browser
/// loads the lines once. Its address changes with them.
/// </summary>
internal static class DistrictLines
{
    private const string Prefix = "/umrisse/kreise.";

    private static readonly ConditionalWeakTable<KreisBorders, Asset> _pictures = [];

    /// <summary>For <c>&lt;use&gt;</c> in a map of Germany, or of one Land; null when there are no lines for it.</summary>
    public static string? Href(RegionOutlines outlines, string? land) => outlines.Kreise is { } kreise && (land is null || kreise.ByLand.ContainsKey(land))
        ? $"{Prefix}{kreise.Version}.svg#{(land is null ? "kreise" : "land-" + land)}"
        : null;

    public static void MapDistrictLines(this IEndpointRouteBuilder routes) =>
        OutlinePicture.Map(routes, Prefix, static (outlines, version) => outlines.Kreise is { } kreise && kreise.Version == version ? _pictures.GetValue(kreise, Draw) : null);

    private static Asset Draw(KreisBorders kreise)
    {
        var svg = new StringBuilder("<g id=\"kreise\" fill=\"none\">");
        foreach (var (land, path) in kreise.ByLand.OrderBy(land => land.Key, StringComparer.Ordinal))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path id=\"land-{land}\" transform=\"scale(.1)\" vector-effect=\"non-scaling-stroke\" d=\"{path}\"/>");
        }

        return OutlinePicture.Of(svg.Append("</g>"));
    }
}
