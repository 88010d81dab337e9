using Microsoft.Extensions.Hosting;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// A page rendered right after a change may still have shown the old search index or the old list of factors: those are projections of their own.
/// So the tags of a change are evicted once more when every projection has seen it.
/// </summary>
internal sealed class SecondEviction(PageCache cache, IServiceProvider services) : BackgroundService
{
    private readonly Lock _turn = new();
    private readonly SemaphoreSlim _wake = new(0);
    private HashSet<string> _tags = new(StringComparer.Ordinal);
    private bool _everything;

    public void Add(IReadOnlyCollection<string> tags)
    {
        lock (_turn)
        {
            _tags.UnionWith(tags);
        }

        _wake.Release();
    }

    public void Everything()
    {
        lock (_turn)
        {
            _everything = true;
        }

        _wake.Release();
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Asked for only now: the runner needs the projections, one of which needs this.
        var runner = (ProjectionRunner)services.GetService(typeof(ProjectionRunner))!;
        while (true)
        {
            await _wake.WaitAsync(stoppingToken);
            HashSet<string> tags;
            bool everything;
            lock (_turn)
            {
                (tags, everything) = (_tags, _everything);
                (_tags, _everything) = (new(StringComparer.Ordinal), false);
            }

            if (!everything && tags.Count == 0)
            {
                continue;
            }

            await runner.CatchUpAsync(stoppingToken);
            if (everything)
            {
                cache.Clear();
            }
            else
            {
                cache.Evict(tags);
            }
        }
    }
}
