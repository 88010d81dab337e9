using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Xunit;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>
/// The whole sample site, followed link by link from both home pages. Searches and regions have no end worth reading, so of each
/// kind of them only so many are followed; everything else is read completely.
/// </summary>
public sealed partial class CrawledSite(SamplePortal portal) : IAsyncLifetime
{
    private const int Readers = 4;
    private const int OfEachEndlessKind = 60;
    private const int Bound = 6000;

    private readonly ConcurrentDictionary<string, CrawledPage> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _endless = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Every answer by path and query.</summary>
    internal IReadOnlyDictionary<string, CrawledPage> Answers => _pages;

    /// <summary>The answers that are pages, in order of their paths.</summary>
    internal IEnumerable<CrawledPage> Pages => _pages.Values.Where(page => page.IsPage).OrderBy(page => page.Path, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        IReadOnlyList<(string Path, string FoundOn)> wave = [.. new[] { "/", "/en" }.Select(path => (path, ""))];
        while (wave.Count > 0 && _pages.Count < Bound)
        {
            await Parallel.ForEachAsync(wave, new ParallelOptions { MaxDegreeOfParallelism = Readers }, async (link, ct) =>
            {
                using var response = await portal.Reader.GetAsync(link.Path, ct);
                _pages[link.Path] = await CrawledPage.ReadAsync(link.Path, link.FoundOn, response, ct);
            });
            wave = [.. wave.Select(link => _pages[link.Path]).SelectMany(Next).Where(link => _seen.Add(link.Path) && !_pages.ContainsKey(link.Path) && IsWanted(link.Path))];
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<(string Path, string FoundOn)> Next(CrawledPage page)
    {
        foreach (var link in page.Links)
        {
            yield return (link.Split('#')[0], page.Path);
        }

        if (page.Location is { } location && location.StartsWith('/'))
        {
            yield return (location, page.Path);
        }
    }

    private bool IsWanted(string path)
    {
        var kind = path.Contains('?', StringComparison.Ordinal) ? path[..path.IndexOf('?', StringComparison.Ordinal)] + "?"
            : RegionPath().IsMatch(path) ? path[..(path.LastIndexOf('/') + 1)] + path[(path.LastIndexOf('/') + 1)..].Length
            : null;
        return kind is null || _endless.AddOrUpdate(kind, 1, (_, count) => count + 1) <= OfEachEndlessKind;
    }

    [GeneratedRegex(@"/(regionen|regions|meine-kommune|my-municipality)/\d{2,8}$")]
    private static partial Regex RegionPath();
}
