namespace Zukunftswerkstatt.Knowledge;

/// <summary>One Land beside all others: how many of the initiatives speak of each factor and belong to each field of action.</summary>
/// <param name="Land">AGS of the Land.</param>
/// <param name="Own">Initiatives that work in the Land.</param>
/// <param name="Others">All that do not; one that works here and elsewhere counts here.</param>
/// <param name="Factors">By factor, in the catalogue's order.</param>
/// <param name="Topics">By top-level field of action, in the vocabulary's order.</param>
public sealed record LandComparison(string Land, int Own, int Others, IReadOnlyList<ComparedShare> Factors, IReadOnlyList<ComparedShare> Topics)
{
    /// <summary>Percentage points by which one initiative more or less moves the Land's share.</summary>
    public double Step => Own == 0 ? 0 : 100.0 / Own;

    /// <summary>Percentage points by which one initiative more or less moves the others' share.</summary>
    public double OthersStep => Others == 0 ? 0 : 100.0 / Others;

    /// <summary>Share of the Land, in per cent.</summary>
    public double Share(ComparedShare share) => share.Own * Step;

    /// <summary>Share of all others, in per cent.</summary>
    public double OthersShare(ComparedShare share) => share.Others * OthersStep;

    /// <summary>Percentage points by which the Land lies above the others.</summary>
    public double Difference(ComparedShare share) => Share(share) - OthersShare(share);
}

/// <summary>What is counted of one factor or field of action.</summary>
/// <param name="Code">Slug.</param>
/// <param name="Own">Initiatives of the Land.</param>
/// <param name="Others">Initiatives of all others.</param>
public readonly record struct ComparedShare(string Code, int Own, int Others);
