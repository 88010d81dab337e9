using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Site.Bookmarks;

/// <summary>Initiatives as an address names them: <c>?id=…&amp;id=…</c>, in the reader's order, each once.</summary>
/// <param name="Ids">Keys of at most <see cref="Most"/> ids that can be one.</param>
/// <param name="Repeated">Whether one was named twice.</param>
/// <param name="Malformed">What cannot be an id, shortened.</param>
/// <param name="TooMany">Whether there were more.</param>
internal sealed record ChosenIds(IReadOnlyList<string> Ids, bool Repeated, IReadOnlyList<string> Malformed, bool TooMany)
{
    /// <summary>Longest list; an address with so many is still short enough for every browser and mail program.</summary>
    public const int Most = 50;

    public const string Parameter = "id";
    private const int Length = 26;

    public static ChosenIds Parse(IQueryCollection query)
    {
        var ids = new List<string>();
        var malformed = new List<string>();
        var repeated = false;
        var given = query[Parameter];
        foreach (var value in given.Take(Most))
        {
            var text = value?.Trim() ?? "";
            if (text.Length == 0)
            {
                continue;
            }

            if (text.Length != Length || !text.All(char.IsAsciiLetterOrDigit))
            {
                malformed.Add(text.Length <= 40 ? text : text[..40] + "…");
            }
            else if (ids.Contains(ContentIds.Key(text)))
            {
                repeated = true;
            }
            else
            {
                ids.Add(ContentIds.Key(text));
            }
        }

        return new ChosenIds(ids, repeated, malformed, given.Count > Most);
    }

    /// <summary>The address of a page that shows these ids.</summary>
    public static string Href(string path, params IEnumerable<string> ids)
    {
        var query = string.Join('&', ids.Select(id => $"{Parameter}={id}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
