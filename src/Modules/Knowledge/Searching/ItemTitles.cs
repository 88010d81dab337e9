using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Titles of what is named again and again while an index is filled, such as organisations, each read once. For the length of one rebuild, which
/// applies afterwards what changed meanwhile. One flow at a time.
/// </summary>
internal sealed class ItemTitles(IContentReader content)
{
    /// <summary>About 10 MB; then it begins anew.</summary>
    private const int MostKept = 50_000;

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>The titles of those of the items that are published, by id in lower case.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        if (_known.Count > MostKept)
        {
            _known.Clear();
        }

        var keys = ids.Select(ContentIds.Key).ToHashSet(StringComparer.Ordinal);
        var missing = keys.Where(key => !_known.ContainsKey(key)).ToList();
        var read = await content.TitlesAsync(missing, ct);
        foreach (var key in missing)
        {
            _known.Add(key, read.GetValueOrDefault(key));
        }

        // A dictionary of its own: documents may be made of it while the next batch is read.
        var titles = new Dictionary<string, string>(keys.Count, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (_known[key] is { } title)
            {
                titles.Add(key, title);
            }
        }

        return titles;
    }
}
