namespace Zukunftswerkstatt.Knowledge;

/// <summary>How much each indicator counts, in the order of <see cref="SimilarityIndicator.All"/>.</summary>
public sealed class SimilarityWeights
{
    /// <summary>Largest weight.</summary>
    public const double Most = 5;

    private readonly float[] _values;

    private SimilarityWeights(float[] values) => _values = values;

    /// <summary>Every indicator once.</summary>
    public static SimilarityWeights Equal { get; } = new([.. SimilarityIndicator.All.Select(_ => 1f)]);

    /// <summary>The weight of an indicator by its position.</summary>
    public double this[int indicator] => _values[indicator];

    /// <summary>Whether something differs from <see cref="Equal"/>.</summary>
    public bool IsEqual => _values.All(value => value == 1f);

    /// <summary>Whether nothing counts at all.</summary>
    public bool IsZero => _values.All(value => value == 0f);

    internal ReadOnlySpan<float> Values => _values;

    /// <summary>The same weights but for one.</summary>
    /// <param name="indicator">Its position.</param>
    /// <param name="weight">0 to <see cref="Most"/>.</param>
    public SimilarityWeights With(int indicator, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, Most);
        var values = _values.ToArray();
        values[indicator] = (float)weight;
        return new SimilarityWeights(values);
    }
}
