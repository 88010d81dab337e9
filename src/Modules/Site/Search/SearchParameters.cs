using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>Names of the parameters in addresses; the same in both languages.</summary>
internal static class SearchParameters
{
    public const string Query = "q";
    public const string Mode = "mode";
    public const string Sort = "sort";
    public const string Page = "page";
    public const string Explain = "explain";

    /// <summary>What passages are grouped by: <c>factor</c> (left out), <c>region</c> or <c>none</c>.</summary>
    public const string By = "by";

    public const string Land = "land";
    public const string Kreis = "kreis";
    public const string Gemeinde = "gemeinde";

    /// <summary>Key or name of a place to search around.</summary>
    public const string Around = "umkreis";

    /// <summary>How far, in kilometres.</summary>
    public const string Kilometres = "km";

    /// <summary>Values of <see cref="Sort"/>; anything else is relevance.</summary>
    public const string Newest = "newest", Title = "title", Nearest = "distance";

    /// <summary>Parameters that filter, in the order in which an address carries them, with the facet each belongs to.</summary>
    public static readonly IReadOnlyList<(string Name, string Facet)> Filters =
    [
        (Land, SearchNames.Region),
        (Kreis, SearchNames.Region),
        (Gemeinde, SearchNames.Region),
        (SearchNames.Topic, SearchNames.Topic),
        (SearchNames.Goal, SearchNames.Goal),
        (SearchNames.Kind, SearchNames.Kind),
        (SearchNames.Scope, SearchNames.Scope),
        (SearchNames.Group, SearchNames.Group),
        (SearchNames.RegionType, SearchNames.RegionType),
        (SearchNames.Size, SearchNames.Size),
        (SearchNames.Grade, SearchNames.Grade),
        (SearchNames.Factor, SearchNames.Factor),
        (SearchNames.Effect, SearchNames.Effect),
        (SearchNames.Outcome, SearchNames.Outcome),
        (SearchNames.Measure, SearchNames.Measure),
        (SearchNames.Organisation, SearchNames.Organisation),
        (SearchNames.FindingKind, SearchNames.FindingKind),
        (SearchNames.Year, SearchNames.Year),
        .. Requirements.All.Select(requirement => (requirement.Facet, requirement.Facet)),
        (SearchNames.Licence, SearchNames.Licence),
        (SearchNames.Language, SearchNames.Language),
    ];

    /// <summary>The parameter that a code of the region facet belongs to.</summary>
    public static string OfRegion(string ags) => ags.Length switch
    {
        <= 2 => Land,
        5 => Kreis,
        _ => Gemeinde,
    };
}
