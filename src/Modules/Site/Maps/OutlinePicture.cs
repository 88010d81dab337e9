using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>Outlines that many maps refer to as one picture, whose address changes with them.</summary>
internal static class OutlinePicture
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="routes">Of the site.</param>
    /// <param name="prefix">Address up to the version.</param>
    /// <param name="find">The picture of these outlines, or null when the version is not theirs.</param>
    public static void Map(IEndpointRouteBuilder routes, string prefix, Func<RegionOutlines, string, Asset?> find) =>
        routes.MapMethods(prefix + "{version}.svg", _methods, (string version, HttpContext http, IRegionRegister register) =>
            AssetEndpoint.SendAsync(http, find(register.Current.Outlines, version), "public, max-age=31536000, immutable"));

    /// <param name="shapes">What does not scale is said there: of a page's style only inherited properties reach a picture it uses.</param>
    public static Asset Of(StringBuilder shapes) =>
        Asset.OfText(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\">{shapes}</svg>"), "image/svg+xml");
}
