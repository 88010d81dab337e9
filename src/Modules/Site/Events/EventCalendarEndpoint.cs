using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Events;

/// <summary>The address of an event with <c>.ics</c> behind it.</summary>
internal static class EventCalendarEndpoint
{
    public static void MapEventCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/veranstaltungen/{slug}.ics", GermanAsync);
        routes.MapGet("/en/events/{slug}.ics", EnglishAsync);
    }

    private static Task<Results<ContentHttpResult, RedirectHttpResult, NotFound>> GermanAsync(
        string slug, IContentReader content, PageShell shell, IOptions<SiteOptions> options, CancellationToken ct) => AnswerAsync($"veranstaltungen/{slug}", content, shell, options, ct);

    private static Task<Results<ContentHttpResult, RedirectHttpResult, NotFound>> EnglishAsync(
        string slug, IContentReader content, PageShell shell, IOptions<SiteOptions> options, CancellationToken ct) => AnswerAsync($"en/events/{slug}", content, shell, options, ct);

    private static async Task<Results<ContentHttpResult, RedirectHttpResult, NotFound>> AnswerAsync(
        string path, IContentReader content, PageShell shell, IOptions<SiteOptions> options, CancellationToken ct)
    {
        switch (await content.ResolveAsync(path, ct))
        {
            case { State: PathState.Moved, CurrentPath: { } current }:
                return TypedResults.Redirect($"/{current}.ics", permanent: true);
            case { State: PathState.Current } target when await content.GetAsync(target.ItemId, ct) is { ContentType: "Event" } item
                && EventCalendar.Write(item, shell.Absolute("/" + item.Path), options.Value.PublicUrl.Host) is { } text:
                return TypedResults.Text(text, "text/calendar", System.Text.Encoding.UTF8);
            default:
                return TypedResults.NotFound();
        }
    }
}
