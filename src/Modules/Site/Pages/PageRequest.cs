using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>What a builder may know of a request: never headers or addresses, so that every answer can be cached by path and query.</summary>
internal sealed record PageRequest(Language Language, string Path, IQueryCollection Query, RouteValues Route)
{
    public static PageRequest Of(HttpContext http) =>
        new(Language.OfPath(http.Request.Path.Value), http.Request.Path.Value ?? "/", http.Request.Query, new(http.Request.RouteValues));
}

/// <summary>Parameters of the route, as text.</summary>
internal readonly struct RouteValues(Microsoft.AspNetCore.Routing.RouteValueDictionary values)
{
    public string this[string name] => values[name] as string ?? "";
}
