using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>
/// The outlines of the Länder as one picture that the map beside hits refers to. Written into the page they are two fifths of what a reader
/// of the search waits for; as a picture a browser loads them once, and after the text. Its address changes with them.
/// </summary>
internal static class LandShapes
{
    private const string Prefix = "/umrisse/laender.";

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly ConditionalWeakTable<RegionOutlines, Asset> _pictures = [];

    /// <summary>For <c>&lt;use&gt;</c>.</summary>
    public static string Href(RegionOutlines outlines, string land) => $"{Prefix}{_pictures.GetValue(outlines, Draw).Hash}.svg#land-{land}";

    public static void MapLandShapes(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Prefix + "{version}.svg", _methods, static (string version, HttpContext http, IRegionRegister register) =>
        {
            var picture = _pictures.GetValue(register.Current.Outlines, Draw);
            return AssetEndpoint.SendAsync(http, picture.Hash == version ? picture : null, "public, max-age=31536000, immutable");
        });

    // What does not scale is said here: of a page's style only inherited properties reach a picture it uses.
    private static Asset Draw(RegionOutlines outlines)
    {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        foreach (var land in outlines.Lands)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path id=\"land-{land.Ags}\" fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\" d=\"{land.SvgPath}\"/>");
        }

        return Asset.OfText(Encoding.UTF8.GetBytes(svg.Append("</svg>").ToString()), "image/svg+xml");
    }
}
