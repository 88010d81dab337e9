using Microsoft.AspNetCore.Http.HttpResults;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers, the data folder can be written and every
/// projection runs; with the lag of each. Reasons stay in the log: they may name paths and hosts, and this page is public.
/// </summary>
internal sealed class Health(ProjectionRunner projections, DatabaseFaults faults, PortalPaths paths, TimeProvider time)
{
    // Whoever asks often does not make the disk work.
    private static readonly TimeSpan _asFresh = TimeSpan.FromSeconds(5);

    private volatile Folder? _folder;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live);
        routes.MapGet("/health/ready", static (Health health, CancellationToken ct) => health.ReadyAsync(ct));
    }

    private static ContentHttpResult Live() => TypedResults.Text("ok");

    private async Task<JsonHttpResult<Readiness>> ReadyAsync(CancellationToken ct)
    {
        var folder = IsFolderWritable() ? "writable" : "not writable";
        try
        {
            var states = (await projections.HealthAsync(ct))
                .Select(state => new ProjectionState(state.Name, state.Lag, state.Failure is null ? "running" : "failing")).ToArray();
            var database = faults.WereLately ? "refusing" : "answering";
            return Answer(new(database == "answering" && folder == "writable" && Array.TrueForAll(states, state => state.State == "running"), database, folder, states));
        }
        catch (StoreException)
        {
            return Answer(new(false, "not answering", folder, []));
        }
    }

    private bool IsFolderWritable()
    {
        if (_folder is not { } known || time.GetElapsedTime(known.At) > _asFresh)
        {
            _folder = known = new Folder(paths.WriteTrouble() is null, time.GetTimestamp());
        }

        return known.Writable;
    }

    private static JsonHttpResult<Readiness> Answer(Readiness readiness) =>
        TypedResults.Json(readiness, statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private sealed record Folder(bool Writable, long At);

    private sealed record Readiness(bool Ready, string Database, string DataFolder, IReadOnlyList<ProjectionState> Projections);

    private sealed record ProjectionState(string Name, long Lag, string State);
}
