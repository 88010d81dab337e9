using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>
/// The outlines of the Länder as one picture that the map beside hits refers to. Written into the page they are two fifths of what a reader
/// of the search waits for; as a picture a browser loads them once, and after the text. Its address changes with them.
/// </summary>
internal static class LandShapes
{
    private const string Prefix = "/umrisse/laender.";

    private static readonly ConditionalWeakTable<RegionOutlines, Asset> _pictures = [];

    /// <summary>For <c>&lt;use&gt;</c>.</summary>
    public static string Href(RegionOutlines outlines, string land) => $"{Prefix}{_pictures.GetValue(outlines, Draw).Hash}.svg#land-{land}";

    public static void MapLandShapes(this IEndpointRouteBuilder routes) =>
        OutlinePicture.Map(routes, Prefix, static (outlines, version) => _pictures.GetValue(outlines, Draw) is var picture && picture.Hash == version ? picture : null);

    private static Asset Draw(RegionOutlines outlines)
    {
        var svg = new StringBuilder();
        foreach (var land in outlines.Lands)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path id=\"land-{land.Ags}\" fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\" d=\"{land.SvgPath}\"/>");
        }

        return OutlinePicture.Of(svg);
    }
}
