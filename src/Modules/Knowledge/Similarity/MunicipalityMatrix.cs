using System.Numerics;
using System.Runtime.InteropServices;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// All municipalities with their standardised indicators, made once per register: 1. one row per municipality, what is missing taken from its Kreis,
/// 2. logarithms where ratios matter, 3. z-scores, cut at ±<see cref="Cut"/>. Immutable.
/// </summary>
public sealed class MunicipalityMatrix
{
    /// <summary>Where z-scores end, so that one extraordinary number does not decide alone.</summary>
    public const float Cut = 3;

    /// <summary>
    /// What an unknown value of the other municipality counts as: the expected squared difference of two municipalities taken at random,
    /// so that knowing nothing is neither an advantage nor a disqualification.
    /// </summary>
    public const float UnknownSquare = 2;

    private readonly Region[] _regions;
    private readonly float[][] _scores;
    private readonly Dictionary<string, int> _rows;
    private readonly (double Mean, double Deviation)[] _scales;

    private MunicipalityMatrix(RegionSnapshot register, Region[] regions, float[][] scores, (double Mean, double Deviation)[] scales)
    {
        (Register, _regions, _scores, _scales) = (register, regions, scores, scales);
        _rows = new Dictionary<string, int>(regions.Length, StringComparer.Ordinal);
        for (var i = 0; i < regions.Length; i++)
        {
            _rows.Add(regions[i].CanonicalAgs, i);
        }
    }

    /// <summary>What it was made of.</summary>
    public RegionSnapshot Register { get; }

    /// <summary>Number of municipalities.</summary>
    public int Count => _regions.Length;

    /// <summary>The municipalities, in the order of the keys.</summary>
    public IReadOnlyList<Region> Municipalities => _regions;

    internal static MunicipalityMatrix Build(RegionSnapshot register)
    {
        // 1.
        var regions = register.ByLevel(RegionLevel.Gemeinde)
            .Where(region => region is { GoneSince: null, Unincorporated: false } && region.Population is null or { Value: > 0 }).ToArray();
        var scores = new float[SimilarityIndicator.All.Count][];
        var scales = new (double, double)[scores.Length];
        for (var k = 0; k < scores.Length; k++)
        {
            // 2. and 3.
            var values = regions.Select(region => Raw(register, region, SimilarityIndicator.All[k])).ToArray();
            var known = values.Where(value => !double.IsNaN(value)).ToArray();
            var mean = known.Length == 0 ? 0 : known.Average();
            var deviation = known.Length == 0 ? 0 : Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
            scales[k] = (mean, deviation);
            scores[k] = [.. values.Select(value => Standardised(value, (mean, deviation)))];
        }

        return new MunicipalityMatrix(register, regions, scores, scales);
    }

    /// <summary>The municipality with this key, of either kind for a kreisfreie Stadt; <c>null</c> when there is none, or nobody lives there. One whose population no source has is compared by what is known of its Kreis.</summary>
    public Region? Find(string ags) =>
        Register.Find(ags) is { } region && _rows.TryGetValue(region.CanonicalAgs, out var row) ? _regions[row] : null;

    /// <summary>Its z-scores, in the order of <see cref="SimilarityIndicator.All"/>; NaN where nothing is known, not even of the Kreis.</summary>
    public IReadOnlyList<float> ScoresOf(Region municipality)
    {
        var row = _rows[municipality.CanonicalAgs];
        return [.. _scores.Select(column => column[row])];
    }

    /// <summary>Mean and standard deviation behind the z-scores of an indicator, of logarithms (base 10) where ratios matter.</summary>
    public (double Mean, double Deviation) ScaleOf(int indicator) => _scales[indicator];

    /// <summary>The z-score that a value of an indicator has among all municipalities; NaN when nothing is known of any.</summary>
    public float Score(int indicator, decimal value)
    {
        var raw = SimilarityIndicator.All[indicator].Indicator is { IsLogarithmic: true } ? Math.Log10((double)value + 1) : (double)value;
        return Standardised(raw, _scales[indicator]);
    }

    /// <summary>
    /// The most similar municipalities, most similar first: by √(Σ w·d² / Σ w) over the indicators known of <paramref name="municipality"/>,
    /// d being the difference of the z-scores. Empty when no weighted indicator is known.
    /// </summary>
    public IReadOnlyList<Neighbour> Nearest(Region municipality, SimilarityWeights weights, int count)
    {
        var own = _rows[municipality.CanonicalAgs];
        var squares = new float[_regions.Length];
        var sum = 0f;
        for (var k = 0; k < _scores.Length; k++)
        {
            var weight = weights.Values[k];
            var score = _scores[k][own];
            if (weight > 0 && !float.IsNaN(score))
            {
                sum += weight;
                Add(squares, _scores[k], score, weight);
            }
        }

        if (sum == 0)
        {
            return [];
        }

        squares[own] = float.PositiveInfinity;
        var nearest = new PriorityQueue<int, (float, int)>(count + 1);
        var farthest = float.PositiveInfinity;
        for (var i = 0; i < squares.Length; i++)
        {
            if (nearest.Count == count && squares[i] >= farthest)
            {
                continue;
            }

            nearest.Enqueue(i, (-squares[i], -i));
            if (nearest.Count > count)
            {
                nearest.Dequeue();
            }

            nearest.TryPeek(out _, out var worst);
            farthest = -worst.Item1;
        }

        var result = new List<Neighbour>(count);
        while (nearest.TryDequeue(out var row, out _))
        {
            if (row != own)
            {
                result.Add(new Neighbour(_regions[row], Math.Sqrt(squares[row] / sum), [.. _scores.Select(column => column[row] - column[own])]));
            }
        }

        result.Reverse();
        return result;
    }

    /// <summary>The distance of two municipalities with every indicator counting once; NaN when they share no known one.</summary>
    public double Distance(Region a, Region b)
    {
        var (first, second) = (ScoresOf(a), ScoresOf(b));
        var squares = first.Zip(second).Where(pair => !float.IsNaN(pair.First))
            .Select(pair => float.IsNaN(pair.Second) ? UnknownSquare : (pair.First - pair.Second) * (pair.First - pair.Second)).ToList();
        return squares.Count == 0 ? double.NaN : Math.Sqrt(squares.Average());
    }

    private static float Standardised(double raw, (double Mean, double Deviation) scale) =>
        scale.Deviation == 0 ? float.NaN : (float)Math.Clamp((raw - scale.Mean) / scale.Deviation, -Cut, Cut);

    /// <summary>What z-scores are made of; NaN when unknown.</summary>
    private static double Raw(RegionSnapshot register, Region region, SimilarityIndicator indicator)
    {
        if (indicator.Indicator is not { } measured)
        {
            var type = register.TypeOf(region.Ags, RegionSchemes.KreisTypes.Code)?.Value;
            return type is null ? double.NaN : RegionSchemes.KreisTypes.Values.Select(value => value.Code).ToList().IndexOf(type);
        }

        return RegionProfile.Of(register, region, measured).Figure?.Value is { } value
            ? measured.IsLogarithmic ? Math.Log10((double)value + 1) : (double)value
            : double.NaN;
    }

    private static void Add(Span<float> squares, ReadOnlySpan<float> scores, float own, float weight)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(squares);
        var (unknown, self, factor) = (new Vector<float>(UnknownSquare), new Vector<float>(own), new Vector<float>(weight));
        for (var i = 0; i < vectors.Length; i++)
        {
            var difference = vectors[i] - self;
            var square = difference * difference;
            sums[i] += factor * Vector.ConditionalSelect(Vector.Equals(square, square), square, unknown); // NaN equals nothing
        }

        for (var i = vectors.Length * Vector<float>.Count; i < scores.Length; i++)
        {
            var square = (scores[i] - own) * (scores[i] - own);
            squares[i] += weight * (float.IsNaN(square) ? UnknownSquare : square);
        }
    }
}

/// <summary>A similar municipality.</summary>
/// <param name="Municipality">Which.</param>
/// <param name="Distance">0 for alike; about 1.4 for two taken at random.</param>
/// <param name="Differences">Its z-scores less those of the municipality asked for, in the order of <see cref="SimilarityIndicator.All"/>; NaN where one of them is unknown.</param>
public sealed record Neighbour(Region Municipality, double Distance, IReadOnlyList<float> Differences);
