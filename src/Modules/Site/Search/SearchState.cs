using System.Text;
using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>A chosen value, as the address has it.</summary>
internal readonly record struct Filter(string Name, string Value);

/// <summary>
/// All state of a search, as the address carries it: parsed once, changed by making another, written in one order, so that the
/// same search has one address. Nothing in an address is an error: what is too long is cut, what is unknown is kept and shown.
/// </summary>
internal sealed record SearchState
{
    public const int MostFilters = 60;
    private const int LongestValue = 100;

    // Beyond the reach of any list, and far from where numbers overflow.
    private const int FarthestPage = 100_000;

    public string Query { get; init; } = "";

    /// <summary>Empty for everything.</summary>
    public string Mode { get; init; } = "";

    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>Key or name of the place to search around, as written; empty for everywhere.</summary>
    public string Around { get; init; } = "";

    /// <summary>As written; nothing without <see cref="Around"/>.</summary>
    public string Kilometres { get; init; } = "";

    /// <summary>As written; empty for relevance.</summary>
    public string Sort { get; init; } = "";

    public int Page { get; init; } = 1;

    /// <summary>Hits say how their score came about; means nothing where the setting is off.</summary>
    public bool Explain { get; init; }

    /// <summary>The words were too long, and their end was left out.</summary>
    public bool QueryCut { get; init; }

    /// <summary>There were more filters than are read.</summary>
    public bool FiltersCut { get; init; }

    /// <summary>What passages are grouped by: <c>region</c>, <c>none</c>, or empty for their factors.</summary>
    public string By { get; init; } = "";

    /// <summary>Whether the hits are passages of evidence.</summary>
    public bool IsOfPassages => Mode is SearchNames.Factors or SearchNames.Evidence;

    public SearchSort Order => Sort switch
    {
        SearchParameters.Newest => SearchSort.Newest,
        SearchParameters.Title => SearchSort.Title,
        SearchParameters.Nearest => SearchSort.Distance,
        _ => SearchSort.Relevance,
    };

    public bool IsPlain => Query.Length == 0 && Filters.Count == 0 && Around.Length == 0 && Sort.Length == 0 && By.Length == 0 && Page == 1 && !Explain;

    public static SearchState Parse(IQueryCollection query, string defaultMode = "")
    {
        var filters = new List<Filter>();
        var filtersCut = false;
        foreach (var (name, _) in SearchParameters.Filters)
        {
            foreach (var value in query[name])
            {
                var code = value?.Trim() ?? "";
                filtersCut |= code.Length > 0 && filters.Count == MostFilters;
                if (code.Length > 0 && filters.Count < MostFilters)
                {
                    filters.Add(new Filter(name, code.Length > LongestValue ? code[..LongestValue] : code));
                }
            }
        }

        var text = query[SearchParameters.Query].ToString().Trim();
        var around = One(SearchParameters.Around);
        return new SearchState
        {
            QueryCut = text.Length > SearchRequest.MaxTextLength,
            FiltersCut = filtersCut,
            Query = text.Length > SearchRequest.MaxTextLength ? text[..SearchRequest.MaxTextLength] : text,
            Mode = query[SearchParameters.Mode] is [{ Length: > 0 and <= LongestValue } mode, ..] ? mode : defaultMode,
            Filters = [.. filters.Distinct()],
            Explain = query[SearchParameters.Explain] == "1",
            By = query[SearchParameters.By] is [("region" or "none") and { } by, ..] ? by : "",
            Around = around,
            Kilometres = around.Length > 0 ? One(SearchParameters.Kilometres) : "",
            Sort = query[SearchParameters.Sort] is [(SearchParameters.Newest or SearchParameters.Title or SearchParameters.Nearest) and { } sort, ..]
                && (sort != SearchParameters.Nearest || around.Length > 0) ? sort : "",
            Page = int.TryParse(query[SearchParameters.Page].ToString(), System.Globalization.CultureInfo.InvariantCulture, out var page) && page > 1 ? Math.Min(page, FarthestPage) : 1,
        };

        string One(string name) => query[name] is [{ } first, ..] && first.Trim() is var value ? value[..Math.Min(value.Length, LongestValue)] : "";
    }

    public bool Has(Filter filter) => Filters.Contains(filter);

    public SearchState With(string name, string value) => this with { Filters = [.. Filters.Append(new Filter(name, value)).Distinct()], Page = 1 };

    public SearchState Without(Filter filter) => this with { Filters = [.. Filters.Where(f => f != filter)], Page = 1 };

    public SearchState Everywhere() => this with { Around = "", Kilometres = "", Sort = Sort == SearchParameters.Nearest ? "" : Sort, Page = 1 };

    /// <summary>The values of one parameter.</summary>
    public IEnumerable<string> Values(string name) => Filters.Where(f => f.Name == name).Select(f => f.Value);

    /// <summary>Name and value of everything, in the order of addresses; what is the default is left out.</summary>
    public IEnumerable<HiddenField> Fields()
    {
        if (Query.Length > 0)
        {
            yield return new(SearchParameters.Query, Query);
        }

        if (Mode.Length > 0)
        {
            yield return new(SearchParameters.Mode, Mode);
        }

        if (By.Length > 0)
        {
            yield return new(SearchParameters.By, By);
        }

        // A page has hundreds of addresses, and most of them few filters.
        for (var i = 0; i < SearchParameters.Filters.Count && Filters.Count > 0; i++)
        {
            foreach (var filter in Filters)
            {
                if (filter.Name == SearchParameters.Filters[i].Name)
                {
                    yield return new(filter.Name, filter.Value);
                }
            }
        }

        if (Around.Length > 0)
        {
            yield return new(SearchParameters.Around, Around);
            if (Kilometres.Length > 0)
            {
                yield return new(SearchParameters.Kilometres, Kilometres);
            }
        }

        if (Sort.Length > 0)
        {
            yield return new(SearchParameters.Sort, Sort);
        }

        if (Explain)
        {
            yield return new(SearchParameters.Explain, "1");
        }

        if (Page > 1)
        {
            yield return new(SearchParameters.Page, Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The address below a path.</summary>
    public string Href(string path)
    {
        var href = new StringBuilder(path, 128);
        var separator = '?';
        foreach (var field in Fields())
        {
            href.Append(separator).Append(field.Name).Append('=').Append(Uri.EscapeDataString(field.Value));
            separator = '&';
        }

        return href.ToString();
    }
}
