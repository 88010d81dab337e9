using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>A region's type within one scheme.</summary>
/// <param name="Scheme"><see cref="TypeScheme.Code"/>.</param>
/// <param name="Year">Year of the figures it was computed from.</param>
/// <param name="Value">Code of one of the scheme's values.</param>
public sealed record Typification(string Scheme, int Year, string Value);

/// <summary>A code with what people call it.</summary>
public sealed record CodeLabel(string Code, LocalizedText Label);

/// <summary>A classification of regions; values in order from dense to sparse or from large to small.</summary>
public sealed record TypeScheme(string Code, LocalizedText Label, IReadOnlyList<CodeLabel> Values)
{
    /// <summary>The value with this code.</summary>
    public CodeLabel? Value(string code) => Values.FirstOrDefault(value => value.Code == code);
}
