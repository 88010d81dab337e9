using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>A municipality, its numbers, those like it, what was tried there.</summary>
internal sealed record MunicipalityView
{
    public required string Title { get; init; }

    public required string Ags { get; init; }

    public PlaceView? Place { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<Link> Types { get; init; }

    public required string TypesNote { get; init; }

    public required IReadOnlyList<ProfileFigureView> Figures { get; init; }

    /// <summary>Sources of the figures, in the order of their numbers.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What the strips compare with.</summary>
    public required string StripNote { get; init; }

    /// <summary>What was wrong with the weights in the address.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Where the form of weights leads.</summary>
    public required string Action { get; init; }

    public required IReadOnlyList<WeightView> Weights { get; init; }

    /// <summary>Whether the reader changed a weight: the form is then open.</summary>
    public required bool Weighted { get; init; }

    public required string MethodHref { get; init; }

    public required string ChooseHref { get; init; }

    public required string RegionHref { get; init; }

    /// <summary>Which numbers were compared, and which are the Kreis's or missing.</summary>
    public required string PeersNote { get; init; }

    public required IReadOnlyList<PeerView> Peers { get; init; }

    public ScatterView? Chart { get; init; }

    public required IReadOnlyList<string> TableHeads { get; init; }

    public required IReadOnlyList<ValueRowView> TableRows { get; init; }

    public required string InitiativesNote { get; init; }

    public required IReadOnlyList<CardView> Initiatives { get; init; }

    public Link? AllInitiatives { get; init; }

    public required string FactorsNote { get; init; }

    public required IReadOnlyList<RowView> Factors { get; init; }
}

/// <param name="Label">What is measured.</param>
/// <param name="Value">Finished number; null when neither municipality nor Kreis has one.</param>
/// <param name="StandIn">„Wert des Landkreises Mittelsachsen“, when the Kreis stands in.</param>
/// <param name="Origin">Year and number of the source.</param>
/// <param name="Strip">Where it lies among others.</param>
/// <param name="Rank">The same in words.</param>
internal sealed record ProfileFigureView(string Label, string? Value, string? StandIn, string Origin, StripView? Strip, string? Rank);

/// <summary>From left to right: the middle 80 of 100, the middle half, the median, the municipality. In units of 0 to 200.</summary>
internal sealed record StripView(string From, string To, string HalfFrom, string HalfTo, string Median, string Self);

/// <param name="Name">Parameter in addresses.</param>
/// <param name="Label">What it weighs.</param>
/// <param name="Value">Present weight.</param>
/// <param name="Note">Why it does not count here; null when it does.</param>
internal sealed record WeightView(string Name, string Label, string Value, string? Note);

/// <param name="Ordinal">Rank.</param>
/// <param name="Name">Of the municipality.</param>
/// <param name="Href">Its own page.</param>
/// <param name="Where">„Mittelsachsen, Sachsen, 20 km“.</param>
/// <param name="Distance">Finished number.</param>
/// <param name="Differences">One line per indicator.</param>
/// <param name="DifferencesText">The same as a sentence for those who cannot see the picture.</param>
/// <param name="Height">Of the picture.</param>
/// <param name="Why">Why similar.</param>
/// <param name="Different">Where different.</param>
/// <param name="Initiatives">How many, and the search for them; null for none.</param>
internal sealed record PeerView(
    string Ordinal, string Name, string Href, string Where, string Distance, IReadOnlyList<DifferenceView> Differences, string DifferencesText, string Height, string Why, string Different, Link? Initiatives);

/// <param name="Label">Short name of the indicator.</param>
/// <param name="Y">Base line of the text.</param>
/// <param name="LineY">Height of the line and the dot.</param>
/// <param name="X">Of the dot; null when unknown.</param>
/// <param name="Far">Whether it differs clearly.</param>
/// <param name="Text">Finished difference.</param>
internal sealed record DifferenceView(string Label, string Y, string LineY, string? X, bool Far, string Text);

/// <summary>One strip per indicator: the neighbours as light dots, the municipality as a strong one, the mean of all municipalities as a line.</summary>
internal sealed record ScatterView(string ViewBox, string Height, string Label, IReadOnlyList<ScatterRowView> Rows);

internal sealed record ScatterRowView(string Label, string Y, string TextY, string Self, string SelfText, IReadOnlyList<string> Dots);

internal sealed record ValueRowView(string Name, string? Href, IReadOnlyList<string> Values);

/// <summary>Choosing a municipality.</summary>
internal sealed record ChooseView(string Action, string Query, string? Sentence, string ResultsTitle, IReadOnlyList<ChoiceView> Choices, string MethodHref);

internal sealed record ChoiceView(string Name, string Href, string Where);

/// <summary>How likeness is computed.</summary>
internal sealed record SimilarityMethodView(string ChooseHref, string Count, IReadOnlyList<MethodRowView> Rows);

internal sealed record MethodRowView(string Label, string What, string Mean, string Deviation, string Own, string OfKreis, string Missing);
