using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>Counts → lists of check boxes.</summary>
internal static class FacetViews
{
    private const int ShownAtOnce = 6;

    /// <summary>Facets offered in a mode: those that say something about its hits. The first five are always open.</summary>
    public static IReadOnlyList<string> In(string mode) => mode switch
    {
        SearchNames.Factors or SearchNames.Evidence =>
        [
            SearchNames.Region, SearchNames.Topic, SearchNames.RegionType, SearchNames.Effect, SearchNames.Grade, SearchNames.Factor, SearchNames.Outcome, SearchNames.Goal,
            SearchNames.Kind, SearchNames.Group, SearchNames.Size, SearchNames.Scope, .. Requirements.All.Select(requirement => requirement.Facet), SearchNames.Year, SearchNames.Licence, SearchNames.Language,
        ],
        SearchNames.Findings => [SearchNames.Region, SearchNames.FindingKind, SearchNames.Factor, SearchNames.Year, SearchNames.Language],
        SearchNames.Events or SearchNames.Others => [SearchNames.Region, SearchNames.Year, SearchNames.Language],
        _ =>
        [
            SearchNames.Region, SearchNames.Topic, SearchNames.RegionType, SearchNames.Grade, SearchNames.Outcome, SearchNames.Factor, SearchNames.Effect, SearchNames.Goal,
            SearchNames.Kind, SearchNames.Group, SearchNames.Size, SearchNames.Scope, .. Requirements.All.Select(requirement => requirement.Facet), SearchNames.Year, SearchNames.Licence, SearchNames.Language,
        ],
    };

    /// <summary>Most values that a page carries of a facet.</summary>
    public static FacetWish Wish(string facet) => new(facet, facet switch
    {
        SearchNames.Region => 20,
        SearchNames.Topic => 30,
        _ => 16,
    })
    {
        // The map shows them all.
        Whole = facet == SearchNames.Region,
    };

    /// <summary>The facet's check boxes; nothing when it has no value to choose.</summary>
    public static FacetView? Of(FacetResult facet, SearchState state, FilterLabels labels)
    {
        var below = facet.Values.ToLookup(v => v.Parent ?? "", StringComparer.Ordinal);
        var top = Values(below, "", facet.Name, state, labels);
        if (facet.Name is SearchNames.Grade or SearchNames.Size or SearchNames.RegionType or SearchNames.Year)
        {
            // These have an order of their own that helps more than the number of hits.
            top = [.. facet.Name switch
            {
                SearchNames.Grade or SearchNames.Year => top.OrderByDescending(v => v.Value, StringComparer.Ordinal),
                SearchNames.Size => top.OrderBy(v => Order(Regions.RegionSchemes.SizeClasses, v.Value)),
                _ => top.OrderBy(v => Order(Regions.RegionSchemes.KreisTypes, v.Value)).ThenBy(v => Order(Regions.RegionSchemes.MunicipalityTypes, v.Value)),
            }];
        }

        if (Requirements.All.FirstOrDefault(requirement => requirement.Facet == facet.Name).Steps is { } steps)
        {
            // From little to much; what is not stated comes last, among the carriers too.
            var order = steps.ToList();
            top = [.. top.OrderBy(v => v.Value == Requirements.Unknown ? int.MaxValue : order.IndexOf(v.Value))];
        }

        if (top.Count == 0)
        {
            return null;
        }

        // A disclosure for one or two more would cost more than it saves.
        var shown = top.Count <= ShownAtOnce + 2 ? top : [.. top.Where((v, i) => i < ShownAtOnce || v.Checked)];
        return new FacetView(labels.Legend(facet.Name), shown, [.. top.Except(shown)]);
    }

    private static List<FacetValueView> Values(
        ILookup<string, FacetCount> below, string parent, string facet, SearchState state, FilterLabels labels)
    {
        var values = new List<FacetValueView>();
        foreach (var value in below[parent])
        {
            var name = facet == SearchNames.Region ? SearchParameters.OfRegion(value.Code) : facet;
            var children = Values(below, value.Code, facet, state, labels);

            // What has a chosen value below it is ticked too: without that child it still narrows to itself.
            var isChosen = state.Has(new Filter(name, value.Code)) || children.Any(c => c.Checked);
            if (labels.Of(facet, value.Code) is { } label)
            {
                values.Add(new FacetValueView(name, value.Code, label, labels.Language.Number(value.Count), isChosen, children));
            }
        }

        return values;
    }

    private static int Order(Regions.TypeScheme scheme, string code)
    {
        for (var i = 0; i < scheme.Values.Count; i++)
        {
            if (scheme.Values[i].Code == code)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
