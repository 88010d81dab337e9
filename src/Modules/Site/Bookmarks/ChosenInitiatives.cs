using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Bookmarks;

/// <summary>Ids → published initiatives in the page's language, and what was wrong with the ids; also finds more to choose.</summary>
internal sealed class ChosenInitiatives(TranslatedItems translated, ISearcher searcher, ArticleParts parts)
{
    private const int MostFound = 10;
    private const int LongestQuery = 100;

    public async Task<Chosen> ReadAsync(IQueryCollection query, Language language, CancellationToken ct)
    {
        var ids = ChosenIds.Parse(query);
        var items = ids.Ids.Count == 0 ? new Dictionary<string, ContentItem>() : await translated.GetManyAsync(language, ids.Ids, ct);
        var found = ids.Ids.Select(id => items.GetValueOrDefault(id)).Where(item => item is { ContentType: "Initiative", Path: not null }).Select(item => item!)
            .DistinctBy(item => ContentIds.Key(item.ContentItemId)).ToList();
        var unknown = ids.Ids.Where(id => items.GetValueOrDefault(id) is not { ContentType: "Initiative", Path: not null }).ToList();
        return new Chosen(found, unknown, Notes(language, ids, unknown, found));
    }

    /// <summary>Initiatives for the words of <c>?q=</c> that are not chosen yet, each with the address that adds it.</summary>
    public async Task<AddView> AddAsync(IQueryCollection query, string path, IReadOnlyList<ContentItem> chosen, Language language, CancellationToken ct)
    {
        var words = query["q"].ToString().Trim();
        words = words.Length > LongestQuery ? words[..LongestQuery] : words;
        var ids = chosen.Select(item => ContentIds.Key(item.ContentItemId)).ToList();
        if (words.Length == 0)
        {
            return new AddView(path, ids, "", null, []);
        }

        var result = await searcher.SearchAsync(
            new SearchRequest { Culture = language.Code, Modes = [SearchNames.Initiatives], Text = words, PageSize = MostFound + ids.Count }, ct);
        var hits = await parts.RowsAsync(language, ct);
        var found = result.Hits.Where(hit => !ids.Contains(hit.ItemId)).Take(MostFound).Select(hit =>
        {
            var card = HitCard.Read(hit.Payload);
            return new AddChoiceView(card.Title, hits.PlaceText(card), ChosenIds.Href(path, [.. ids, hit.ItemId]), hit.Culture == language.Code ? null : hit.Culture);
        }).ToList();
        var note = found.Count > 0 ? null : language.Pick($"Zu „{words}“ gibt es keine weitere Initiative. Versuchen Sie ein allgemeineres Wort.", $"There is no further initiative on “{words}”. Try a more general word.");
        return new AddView(path, ids, words, note, found);
    }

    private static List<string> Notes(Language language, ChosenIds ids, List<string> unknown, List<ContentItem> found)
    {
        var notes = new List<string>();
        if (ids.Malformed.Count > 0)
        {
            notes.Add(language.Pick($"Das ist keine Kennung einer Initiative: {Quoted(ids.Malformed)}. Vielleicht ist der Link abgeschnitten.", $"This is no id of an initiative: {Quoted(ids.Malformed)}. The link may have been cut off."));
        }

        if (unknown.Count > 0)
        {
            notes.Add(language.Pick($"Nicht gefunden: {Quoted(unknown)}. Diese Initiativen gibt es nicht, oder sie wurden zurückgezogen.", $"Not found: {Quoted(unknown)}. These initiatives do not exist, or they were withdrawn."));
        }

        if (ids.Repeated || found.Count + unknown.Count < ids.Ids.Count)
        {
            notes.Add(language.Pick("Eine Initiative stand mehrfach in der Adresse; sie wird einmal gezeigt.", "An initiative occurred more than once in the address; it is shown once."));
        }

        if (ids.TooMany)
        {
            notes.Add(language.Pick($"Die Adresse nennt mehr als {ChosenIds.Most} Initiativen; gezeigt werden die ersten.", $"The address names more than {ChosenIds.Most} initiatives; the first are shown."));
        }

        return notes;
    }

    private static string Quoted(IEnumerable<string> ids) => string.Join(", ", ids.Take(5).Select(id => $"„{id}“"));
}

/// <summary>What an address chose.</summary>
/// <param name="Items">In the reader's order.</param>
/// <param name="Unknown">Ids without a published initiative.</param>
/// <param name="Notes">Sentences about what was wrong.</param>
internal sealed record Chosen(IReadOnlyList<ContentItem> Items, IReadOnlyList<string> Unknown, IReadOnlyList<string> Notes);

/// <summary>A search for more to add; works as a plain form.</summary>
internal sealed record AddView(string Action, IReadOnlyList<string> Ids, string Query, string? Note, IReadOnlyList<AddChoiceView> Choices);

internal sealed record AddChoiceView(string Title, string? Place, string Href, string? Lang);
