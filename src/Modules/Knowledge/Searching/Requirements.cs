using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// What an initiative takes, in steps that a reader can tick: staff, cost, size, carrier, council resolution, time to first effect. What an entry
/// does not say has a step of its own, so that a filter never hides it silently.
/// </summary>
public static class Requirements
{
    /// <summary>The step of what is not stated.</summary>
    public const string Unknown = "unknown";

    /// <summary>Full-time posts.</summary>
    public static IReadOnlyList<string> Staff { get; } = ["none", "lt1", "1-2", "gt2", Unknown];

    /// <summary>Euro a year.</summary>
    public static IReadOnlyList<string> Cost { get; } = ["lt10000", "10000-50000", "50000-200000", "ge200000", Unknown];

    /// <summary>Inhabitants that a municipality needs at least.</summary>
    public static IReadOnlyList<string> Minimum { get; } = ["le2000", "2000-5000", "5000-20000", "gt20000", Unknown];

    /// <summary>Whether the council must decide.</summary>
    public static IReadOnlyList<string> Resolution { get; } = ["not-required", "required", Unknown];

    /// <summary>Months to the first effect.</summary>
    public static IReadOnlyList<string> Months { get; } = ["le6", "6-12", "12-24", "gt24", Unknown];

    /// <summary>The facets, in the order in which one asks; those of numbers with their steps.</summary>
    public static IReadOnlyList<(string Facet, IReadOnlyList<string> Steps)> All { get; } =
    [
        (SearchNames.Staff, Staff), (SearchNames.Cost, Cost), (SearchNames.Carrier, []), (SearchNames.Minimum, Minimum), (SearchNames.Resolution, Resolution), (SearchNames.Months, Months),
    ];

    /// <summary>Whether a facet is one of these.</summary>
    public static bool Contains(string facet) => All.Any(entry => entry.Facet == facet);

    internal static DocumentParts Facets(DocumentParts parts, ContentItem initiative, Related related)
    {
        const string part = "Initiative";
        var carriers = related.Vocabularies.ByIds(initiative.Terms(part, "CarrierTypes")).Select(term => term.Slug).ToList();
        return parts
            .Facet(SearchNames.Staff, initiative.Number(part, "Staff") switch { null => Unknown, 0 => "none", < 1 => "lt1", <= 2 => "1-2", _ => "gt2" })
            .Facet(SearchNames.Cost, initiative.Number(part, "AnnualCost") switch { null => Unknown, < 10_000 => "lt10000", < 50_000 => "10000-50000", < 200_000 => "50000-200000", _ => "ge200000" })
            .Facet(SearchNames.Minimum, initiative.Number(part, "MinimumInhabitants") switch { null => Unknown, <= 2_000 => "le2000", <= 5_000 => "2000-5000", <= 20_000 => "5000-20000", _ => "gt20000" })
            .Facet(SearchNames.Months, initiative.Number(part, "MonthsToEffect") switch { null => Unknown, <= 6 => "le6", <= 12 => "6-12", <= 24 => "12-24", _ => "gt24" })
            .Facet(SearchNames.Resolution, initiative.Text(part, "CouncilResolution") is "required" or "not-required" ? initiative.Text(part, "CouncilResolution") : Unknown)
            .Facet(SearchNames.Carrier, carriers.Count > 0 ? carriers : [Unknown]);
    }
}
