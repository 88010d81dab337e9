using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Maps;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>The search page, finished: every address in it carries the whole state.</summary>
internal sealed record SearchView
{
    public required string Heading { get; init; }

    /// <summary>Where the forms lead.</summary>
    public required string Action { get; init; }

    public required string Query { get; init; }

    /// <summary>State that the query form keeps: everything but the words and the page.</summary>
    public required IReadOnlyList<HiddenField> QueryState { get; init; }

    /// <summary>State that the filter form keeps: words, mode and order.</summary>
    public required IReadOnlyList<HiddenField> FilterState { get; init; }

    /// <summary>State that the sort form keeps: everything but the order and the page.</summary>
    public required IReadOnlyList<HiddenField> SortState { get; init; }

    public required IReadOnlyList<ModeView> Modes { get; init; }

    public required AroundView Around { get; init; }

    /// <summary>The filters most people want, always open.</summary>
    public required IReadOnlyList<FacetView> Facets { get; init; }

    /// <summary>The Voraussetzungs-Check: what an initiative takes, behind a disclosure.</summary>
    public required IReadOnlyList<FacetView> Requirements { get; init; }

    /// <summary>Whether that disclosure is open, because something in it is chosen.</summary>
    public required bool RequirementsOpen { get; init; }

    /// <summary>The others, behind a disclosure.</summary>
    public required IReadOnlyList<FacetView> MoreFacets { get; init; }

    /// <summary>Whether the disclosure is open, because something in it is chosen.</summary>
    public required bool MoreOpen { get; init; }

    public required IReadOnlyList<ChosenView> Chosen { get; init; }

    /// <summary>A sentence about chosen values that the portal does not know; nothing when all are known.</summary>
    public string? UnknownNote { get; init; }

    public required string ClearHref { get; init; }

    /// <summary>„7 Initiativen“.</summary>
    public required string CountText { get; init; }

    /// <summary>What the phone's button says that closes the filter.</summary>
    public required string ShowText { get; init; }

    public required IReadOnlyList<SortView> Sorts { get; init; }

    public required IReadOnlyList<HitView> Hits { get; init; }

    /// <summary>The hits under headings, in place of the plain list; empty when they are not grouped.</summary>
    public IReadOnlyList<HitGroupView> Groups { get; init; } = [];

    /// <summary>Whether a hit may stand in several of them.</summary>
    public bool GroupsOverlap { get; init; }

    /// <summary>What the hits may be grouped by.</summary>
    public IReadOnlyList<GroupingView> Groupings { get; init; } = [];

    /// <summary>Factors whose own texts have the words, in the mode that lists passages.</summary>
    public IReadOnlyList<Link> Factors { get; init; } = [];

    public PagingView? Paging { get; init; }

    public MapView? Map { get; init; }

    public NoHitsView? NoHits { get; init; }

    /// <summary>What the portal did with the words, e.g. which it had to leave out.</summary>
    public string? WordsNote { get; init; }

    /// <summary>Words that may have been meant, for rare ones that are spelt nearly so; each leads to the search with it.</summary>
    public required IReadOnlyList<Link> DidYouMean { get; init; }

    public required string FeedHref { get; init; }
}

/// <summary>The part of the filter form that searches around a place.</summary>
/// <param name="Value">The place as the reader would write it.</param>
/// <param name="Distances">Kilometres to choose from.</param>
/// <param name="Note">What was wrong with place or distance; nothing when all is well.</param>
/// <param name="Others">Places of the same name, with the address that searches there.</param>
internal sealed record AroundView(string Value, IReadOnlyList<SortView> Distances, string? Note, IReadOnlyList<Link> Others);

internal sealed record HiddenField(string Name, string Value);

/// <summary>One kind of hits with its number for the same words and filters.</summary>
internal sealed record ModeView(string Label, string Count, string Href, bool Current);

/// <summary>One facet as a list of check boxes, with further levels below chosen values.</summary>
/// <param name="Legend">What it is about.</param>
/// <param name="Values">The values shown at once.</param>
/// <param name="More">The rarer ones, behind a disclosure.</param>
internal sealed record FacetView(string Legend, IReadOnlyList<FacetValueView> Values, IReadOnlyList<FacetValueView> More);

/// <param name="Name">Parameter that a tick sets; differs from the facet's only inside places (land, kreis, gemeinde).</param>
/// <param name="Value">Code or slug.</param>
/// <param name="Label">What the reader sees.</param>
/// <param name="Count">Finished number of hits it would leave.</param>
/// <param name="Checked">Whether it is chosen.</param>
/// <param name="Children">The next level down, shown below a chosen value.</param>
internal sealed record FacetValueView(string Name, string Value, string Label, string Count, bool Checked, IReadOnlyList<FacetValueView> Children);

/// <summary>A chosen filter and the address without it.</summary>
internal sealed record ChosenView(string Label, string RemoveHref, bool Unknown);

internal sealed record SortView(string Value, string Label, bool Selected);

internal sealed record HitView
{
    public required string Number { get; init; }

    public required string Anchor { get; init; }

    /// <summary>Finding, event, evidence …; nothing when the mode already says it.</summary>
    public string? Kind { get; init; }

    public required string Href { get; init; }

    /// <summary>Encoded text with marked words.</summary>
    public required SafeHtml Title { get; init; }

    /// <summary>Language of the hit's text when it differs from the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>What „Merken“ keeps; only initiatives have it.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>„Burgstädt › Landkreis Mittelsachsen“.</summary>
    public string? Place { get; init; }

    public string? Years { get; init; }

    /// <summary>How its place among the hits came about; only where an operator switched that on.</summary>
    public ExplanationView? Explanation { get; init; }

    /// <summary>„12 km entfernt“; only in a search around a place.</summary>
    public string? Distance { get; init; }

    public GradeView? Grade { get; init; }

    public EffectView? Effect { get; init; }

    public bool Sample { get; init; }

    /// <summary>Type of region, of a passage.</summary>
    public string? RegionType { get; init; }

    /// <summary>The initiative in which a passage was observed, when the heading does not name it.</summary>
    public Link? Initiative { get; init; }

    /// <summary>Abstract or fragment, encoded, with marked words.</summary>
    public SafeHtml? Text { get; init; }

    public required IReadOnlyList<Link> Chips { get; init; }

    /// <summary>
    /// How much room it takes up on a phone, in characters of its text, within a tenth or two: those of the heading are larger, those of the facts below it smaller;
    /// a chip has a line of its own, and so has „Merken“.
    /// </summary>
    public int Room => (int)((1.4 * Title.Characters) + (Text?.Characters ?? 0) + (Initiative is null ? 0 : 13 + Initiative.Text.Length)
        + (0.9 * (Length(Kind) + Length(Place) + Length(Distance) + Length(RegionType) + Length(Years) + Length(Effect?.Label) + Length(Grade?.Label) + (Grade is null ? 0 : 15) + (Sample ? 14 : 0)))
        + (60 * Chips.Count) + (BookmarkId is null ? 0 : 55));

    private static int Length(string? text) => text?.Length ?? 0;
}

/// <param name="Total">„12,34 Punkte“.</param>
/// <param name="Rows">Where they come from.</param>
internal sealed record ExplanationView(string Total, IReadOnlyList<ExplanationRow> Rows);

/// <param name="Word">Of the query; empty for the whole of it.</param>
/// <param name="How">How the points were earned.</param>
/// <param name="Points">Finished number.</param>
internal sealed record ExplanationRow(string Word, string How, string Points);

/// <summary>Passages about one factor, or from one Land.</summary>
/// <param name="Anchor">Id of the heading.</param>
/// <param name="Title">The factor or the Land.</param>
/// <param name="Text">The factor's statement.</param>
/// <param name="Count">„12 Belege“.</param>
/// <param name="All">The search for all of them, when these are not all.</param>
/// <param name="Hits">The first of them.</param>
internal sealed record HitGroupView(string Anchor, Link Title, string? Text, string Count, Link? All, IReadOnlyList<HitView> Hits);

internal sealed record GroupingView(string Label, string Href, bool Current);

internal sealed record PagingView(string Summary, string? PreviousHref, string? NextHref, IReadOnlyList<PageLink> Pages);

/// <param name="Label">Number of the page, or nothing for a gap between numbers.</param>
/// <param name="Href">Its address.</param>
/// <param name="Current">Whether the reader is there.</param>
internal sealed record PageLink(string? Label, string? Href, bool Current);

/// <summary>What to do when nothing was found.</summary>
internal sealed record NoHitsView(string Sentence, string Lead, IReadOnlyList<WayOutView> WaysOut);

/// <param name="Text">What to do.</param>
/// <param name="Href">The address that does it.</param>
/// <param name="Note">What it leaves: „3 Initiativen“.</param>
internal sealed record WayOutView(string Text, string Href, string Note);
