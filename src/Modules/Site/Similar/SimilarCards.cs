using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;

namespace Zukunftswerkstatt.Site.Similar;

/// <summary>Similar initiatives as cards, each with its reasons.</summary>
internal sealed class SimilarCards(SimilarInitiatives similar, ArticleParts parts)
{
    private const int Shown = 6;
    private const double AlikeDistance = 0.6;
    private const int MostReasons = 3;
    private static readonly string[] _relations = ["PartOf", "AdoptedFrom", "Predecessor"];

    /// <summary>What belongs below the page of an initiative, and the cache tags it depends on.</summary>
    public async Task<(IReadOnlyList<CardView> Cards, IReadOnlyList<string> Tags)> OfAsync(InitiativeMaterial m, CancellationToken ct)
    {
        var related = _relations.SelectMany(field => m.Item.Ids("Initiative", field))
            .Concat(m.ReferringOf("Initiative").Select(other => other.ContentItemId)).Concat(m.Translations.Select(translation => translation.ContentItemId));
        var found = await similar.FindAsync(m.Item, m.Language.Code, related.Select(ContentIds.Key), Shown, ct);
        var hits = await parts.RowsAsync(m.Language, ct);
        return ([.. found.Select(initiative => hits.Card(initiative.Hit, Reason(m, initiative)))], [CacheTags.Type("Initiative"), .. found.Select(initiative => CacheTags.Item(initiative.Item.ContentItemId))]);
    }

    private static string Reason(InitiativeMaterial m, SimilarInitiative similar)
    {
        var language = m.Language;
        var reasons = new List<string>();
        if (similar.MeasureType is { } measure && m.LinkTo(measure) is { } link)
        {
            reasons.Add(language.Pick($"gleiche Maßnahme ({link.Text})", $"same measure ({link.Text})"));
        }

        if (Names(m, similar.Topics) is { } topics)
        {
            reasons.Add(language.Pick($"gleiches Handlungsfeld ({topics})", $"same field of action ({topics})"));
        }

        if (similar is { Distance: <= AlikeDistance, Municipality: { } municipality })
        {
            reasons.Add(m.RegionsIn("place").Contains(municipality.Ags)
                ? language.Pick($"ebenfalls in {municipality.Name}", $"also in {municipality.Name}")
                : language.Pick($"{municipality.Name} ist eine ähnliche Gemeinde", $"{municipality.Name} is a similar municipality"));
        }

        if (similar.Words.Count > 1)
        {
            reasons.Add(language.Pick($"gleiche Wörter ({string.Join(", ", similar.Words.Take(3))})", $"same words ({string.Join(", ", similar.Words.Take(3))})"));
        }

        if (reasons.Count < MostReasons && Names(m, similar.Groups) is { } groups)
        {
            reasons.Add(language.Pick($"gleiche Zielgruppe ({groups})", $"same target group ({groups})"));
        }

        var text = string.Join("; ", reasons.Take(MostReasons));
        return text.Length == 0 ? language.Pick("ähnlicher Text", "similar text") : char.ToUpper(text[0], language.Culture) + text[1..];
    }

    private static string? Names(InitiativeMaterial m, IReadOnlyList<string> terms) =>
        m.Vocabularies.ByIds(terms).Select(term => term.Label(m.Language.Code)).Take(2).ToList() is { Count: > 0 } names ? string.Join(", ", names) : null;
}
