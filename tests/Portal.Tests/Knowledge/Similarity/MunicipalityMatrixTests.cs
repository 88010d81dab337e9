using CsCheck;
using Xunit;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Portal.Tests.Regions;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge.Similarity;

public sealed class MunicipalityMatrixTests
{
    private static readonly int _population = Position(RegionIndicators.Population);
    private static readonly int _density = Position(RegionIndicators.Density);
    private static readonly int _older = Position(RegionIndicators.Older);

    [Fact]
    public void Ratios_count_not_differences()
    {
        // From 1,000 people: 2,000 is as far as 500.
        var matrix = Matrix([("01001001", 1_000m, null), ("01001002", 2_001m, null), ("01001003", 499.5m, null), ("01001004", 40_000m, null)]);
        var neighbours = matrix.Nearest(matrix.Find("01001001")!, Only(_population), 3);

        Assert.Equal("01001004", neighbours[^1].Municipality.Ags);
        Assert.Equal(neighbours[0].Distance, neighbours[1].Distance, 0.002);
    }

    [Fact]
    public void A_municipality_is_not_its_own_neighbour_and_its_twin_has_distance_zero()
    {
        var matrix = Matrix([("01001001", 1_000m, 10m), ("01001002", 1_000m, 10m), ("01001003", 9_000m, 10m)]);

        var neighbours = matrix.Nearest(matrix.Find("01001001")!, SimilarityWeights.Equal, 20);

        Assert.Equal(["01001002", "01001003"], neighbours.Select(neighbour => neighbour.Municipality.Ags));
        Assert.Equal(0, neighbours[0].Distance);
    }

    [Fact]
    public void An_unknown_number_of_the_other_counts_as_two_random_municipalities_would()
    {
        var matrix = Matrix([("01001001", 1_000m, 10m), ("01001002", 1_000m, null), ("01001003", 9_000m, 900m), ("01001004", 70_000m, 70m)]);

        var twin = matrix.Nearest(matrix.Find("01001001")!, Only(_density), 3).Single(neighbour => neighbour.Municipality.Ags == "01001002");

        Assert.Equal(Math.Sqrt(MunicipalityMatrix.UnknownSquare), twin.Distance, 5);
        Assert.True(float.IsNaN(twin.Differences[_density]));
    }

    [Fact]
    public void A_number_unknown_of_the_municipality_itself_is_not_compared_at_all()
    {
        var matrix = Matrix([("01001001", 1_000m, null), ("01001002", 1_000m, 500m), ("01001003", 9_000m, 10m)]);

        Assert.Equal(0, matrix.Nearest(matrix.Find("01001001")!, SimilarityWeights.Equal, 1)[0].Distance);
        Assert.Empty(matrix.Nearest(matrix.Find("01001001")!, Only(_density), 5));
    }

    [Fact]
    public void What_is_missing_comes_from_the_Kreis()
    {
        var matrix = MunicipalityMatrix.Build(TestRegister.Of(
            TestRegister.Make("01001", 10_000m, 100m, older: 20m), TestRegister.Make("01002", 10_000m, 100m, older: 30m),
            TestRegister.Make("01001001", 1_000m), TestRegister.Make("01002001", 1_000m)));

        var scores = matrix.ScoresOf(matrix.Find("01001001")!);

        Assert.Equal(-1f, scores[_older], 3);
        Assert.Equal(2f, matrix.Nearest(matrix.Find("01001001")!, Only(_older), 1)[0].Differences[_older], 3);
    }

    [Fact]
    public void A_weight_moves_what_it_weighs()
    {
        var matrix = Matrix([("01001001", 1_000m, 10m), ("01001002", 1_100m, 40m), ("01001003", 2_000m, 20m), ("01001004", 90_000m, 60m)]);
        var own = matrix.Find("01001001")!;

        Assert.Equal("01001002", matrix.Nearest(own, Only(_population), 1)[0].Municipality.Ags);
        Assert.Equal("01001003", matrix.Nearest(own, Only(_density), 1)[0].Municipality.Ags);
        Assert.Throws<ArgumentOutOfRangeException>(() => SimilarityWeights.Equal.With(0, 5.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimilarityWeights.Equal.With(0, -0.01));
    }

    [Fact]
    public void The_fast_scan_finds_what_the_plain_formula_finds() => Gen.Select(
        Gen.Select(Gen.Decimal[1, 200_000], Gen.Decimal[1, 500], Gen.Bool).Array[2, 60], Gen.Int[0, 50].Select(tenths => tenths / 10d).Array[SimilarityIndicator.All.Count]).Sample((rows, given) =>
    {
        var matrix = Matrix([.. rows.Select((row, i) => ($"01001{i + 1:000}", row.Item1, row.Item3 ? row.Item2 : (decimal?)null))]);
        var weights = given.Select((weight, i) => (weight, i)).Aggregate(SimilarityWeights.Equal, (all, one) => all.With(one.i, one.weight));
        var own = matrix.Municipalities[0];
        var expected = matrix.Municipalities.Skip(1).Select(other => Plain(matrix, own, other, weights)).Order().Take(5).ToList();
        var found = matrix.Nearest(own, weights, 5).Select(neighbour => neighbour.Distance).ToList();
        return double.IsNaN(expected.FirstOrDefault())
            ? found.Count == 0
            : found.Count == expected.Count && found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) < 1e-3);
    }, iter: 200);

    private static double Plain(MunicipalityMatrix matrix, Region own, Region other, SimilarityWeights weights)
    {
        var (a, b) = (matrix.ScoresOf(own), matrix.ScoresOf(other));
        var (sum, all) = (0d, 0d);
        for (var k = 0; k < a.Count; k++)
        {
            if (!float.IsNaN(a[k]))
            {
                sum += weights[k] * (float.IsNaN(b[k]) ? 2 : (a[k] - b[k]) * (a[k] - b[k]));
                all += weights[k];
            }
        }

        return Math.Sqrt(sum / all);
    }

    private static SimilarityWeights Only(int position) =>
        Enumerable.Range(0, SimilarityIndicator.All.Count).Aggregate(SimilarityWeights.Equal, (all, k) => all.With(k, k == position ? 1 : 0));

    // The Kreis has no area, so that nothing is borrowed from it.
    private static MunicipalityMatrix Matrix(IReadOnlyList<(string Ags, decimal People, decimal? Area)> municipalities) =>
        MunicipalityMatrix.Build(TestRegister.Of([TestRegister.Make("01001"), .. municipalities.Select(m => TestRegister.Make(m.Ags, m.People, m.Area))]));

    private static int Position(string code) => SimilarityIndicator.All.Select(indicator => indicator.Code).ToList().IndexOf(code);
}
