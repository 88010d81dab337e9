using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Initiatives like one: 1. candidates by likeness of the text, 2. what they share of measure, topics, goals and target groups, 3. how alike their
/// regions are, 4. the best by the sum of the three. One look into the index and one query, whatever the number of initiatives.
/// </summary>
public sealed class SimilarInitiatives
{
    private const int Candidates = 40;
    private const string Part = "Initiative";

    private static readonly string[] _texts = ["InitialSituation", "BuildingBlocks", "Steps", "Results", "Obstacles", "Lessons", "Transferability"];

    // The three parts add up to 1.
    private const double TextShare = 0.5;
    private const double MeasureShare = 0.15;
    private const double TopicShare = 0.12;
    private const double GoalShare = 0.04;
    private const double GroupShare = 0.04;
    private const double RegionShare = 0.15;

    // Two municipalities taken at random lie √2 apart.
    private const double RandomDistance = 1.414;
    private const double Least = 0.2;

    private readonly MoreLikeThis _likeness;
    private readonly IContentReader _content;
    private readonly SimilarMunicipalities _municipalities;

    internal SimilarInitiatives(MoreLikeThis likeness, IContentReader content, SimilarMunicipalities municipalities) =>
        (_likeness, _content, _municipalities) = (likeness, content, municipalities);

    /// <summary>The most similar published initiatives, most similar first.</summary>
    /// <param name="item">The initiative.</param>
    /// <param name="culture">Interface language.</param>
    /// <param name="except">Items that are not wanted besides the initiative itself, by key: its translations, what it is related to anyway.</param>
    /// <param name="count">Most initiatives.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<IReadOnlyList<SimilarInitiative>> FindAsync(ContentItem item, string culture, IEnumerable<string> except, int count, CancellationToken ct)
    {
        // 1.
        var own = item.Culture == "en" ? "en" : "de";
        var hits = _likeness.Find(new LikeRequest
        {
            Texts =
            [
                (item.DisplayText, 4), (item.Text(Part, "Summary") ?? "", 3), (string.Join(' ', item.Values(Part, "Aliases")), 2),
                (PlainText.FromMarkdown(string.Join('\n', _texts.Select(field => item.Markdown(Part, field)))) ?? "", 1),
            ],
            TextCulture = own,
            Culture = culture,
            Mode = SearchNames.Initiatives,
            Except = [ContentIds.Key(item.ContentItemId), .. except],
            Count = Candidates,
        });
        if (hits.Count == 0)
        {
            return [];
        }

        var items = await _content.GetManyAsync([.. hits.Select(hit => hit.Hit.ItemId)], ct);
        var matrix = _municipalities.Current;
        var best = hits[0].Score;
        return
        [
            .. hits.Select(hit => items.TryGetValue(hit.Hit.ItemId, out var other) ? Compare(item, other, hit, best, matrix) : null).OfType<SimilarInitiative>()
                .Where(similar => similar.Score >= Least).OrderByDescending(similar => similar.Score).Take(count), // 4.
        ];
    }

    private static SimilarInitiative Compare(ContentItem item, ContentItem other, LikeHit hit, double best, MunicipalityMatrix matrix)
    {
        // 2.
        var measure = item.Ids(Part, "MeasureType").Intersect(other.Ids(Part, "MeasureType"), StringComparer.OrdinalIgnoreCase).FirstOrDefault();
        var (topics, topicShare) = Shared("Topics");
        var (_, goalShare) = Shared("Goals");
        var (groups, groupShare) = Shared("TargetGroups");

        // 3.
        var region = RegionOf(matrix, item);
        var otherRegion = RegionOf(matrix, other);
        double? distance = region is not null && otherRegion is not null ? matrix.Distance(region, otherRegion) : null;
        var score = (TextShare * hit.Score / best) + (measure is null ? 0 : MeasureShare) + (TopicShare * topicShare) + (GoalShare * goalShare) + (GroupShare * groupShare)
            + (distance is { } d ? RegionShare * Math.Max(0, 1 - (d / RandomDistance)) : 0);
        return new SimilarInitiative(other, hit.Hit, score, hit.Words, measure, topics, groups, distance, otherRegion);

        (IReadOnlyList<string> Terms, double Share) Shared(string field)
        {
            var (a, b) = (item.Terms(Part, field), other.Terms(Part, field));
            var shared = a.Intersect(b, StringComparer.OrdinalIgnoreCase).ToList();
            return (shared, shared.Count == 0 ? 0 : (double)shared.Count / Math.Min(a.Count, b.Count));
        }
    }

    private static Region? RegionOf(MunicipalityMatrix matrix, ContentItem initiative) =>
        Places.OfInitiative(matrix.Register, initiative).Codes.Select(matrix.Find).FirstOrDefault(region => region is not null);
}

/// <summary>A similar initiative with the reasons.</summary>
/// <param name="Item">The initiative.</param>
/// <param name="Hit">The same as a hit, for cards.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Words">Telling words that both texts have.</param>
/// <param name="MeasureType">Id of the measure type that both carry out; <c>null</c> when they do not share one.</param>
/// <param name="Topics">Ids of shared Handlungsfelder.</param>
/// <param name="Groups">Ids of shared target groups.</param>
/// <param name="Distance">Of their municipalities, see <see cref="MunicipalityMatrix"/>; <c>null</c> when one works in no single municipality.</param>
/// <param name="Municipality">Where the other works.</param>
public sealed record SimilarInitiative(
    ContentItem Item, SearchHit Hit, double Score, IReadOnlyList<string> Words, string? MeasureType, IReadOnlyList<string> Topics, IReadOnlyList<string> Groups, double? Distance, Region? Municipality);
