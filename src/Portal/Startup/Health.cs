using Microsoft.AspNetCore.Http.HttpResults;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers and every projection runs; with the lag of each.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live);
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static ContentHttpResult Live() => TypedResults.Text("ok");

    private static async Task<JsonHttpResult<Readiness>> ReadyAsync(ProjectionRunner projections, CancellationToken ct)
    {
        try
        {
            var health = await projections.HealthAsync(ct);
            // The reason stays in the log: it may name paths and hosts, and this page is public.
            var states = health.Select(state => new ProjectionState(state.Name, state.Lag, state.Failure is null ? "running" : "failing")).ToArray();
            return Answer(new(Array.TrueForAll(states, state => state.State == "running"), states));
        }
        catch (System.Data.Common.DbException)
        {
            return Answer(new(false, []));
        }
    }

    private static JsonHttpResult<Readiness> Answer(Readiness readiness) =>
        TypedResults.Json(readiness, statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private sealed record Readiness(bool Ready, IReadOnlyList<ProjectionState> Projections);

    private sealed record ProjectionState(string Name, long Lag, string State);
}
