using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>A floor under the ranking of the sample content for what town halls type.</summary>
public sealed class JudgedQueriesTests(SamplePortal portal)
{
    [Fact]
    public async Task The_first_ten_hits_are_what_a_town_hall_means()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Search", "judged-queries.tsv"), TestContext.Current.CancellationToken);
        var queries = lines.Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToArray();
        Assert.True(queries.Length >= 60, $"{queries.Length} queries");
        var paths = (await portal.ItemsAsync()).Select(item => item.Path?.Split('/')[^1]).OfType<string>().ToHashSet();
        var figures = new List<(double Ndcg, string Query)>();
        foreach (var query in queries)
        {
            var grades = query[1].Split(' ').Select(g => g.Split('=')).ToDictionary(g => g[0], g => int.Parse(g[1], null));
            Assert.All(grades.Keys, slug => Assert.Contains(slug, paths));
            var hits = await HitsAsync(query[0]);
            figures.Add((Gain(hits.Select(h => grades.GetValueOrDefault(h))) / Gain(grades.Values.OrderDescending()), query[0]));
        }

        var mean = figures.Average(f => f.Ndcg);
        Assert.True(mean >= Floor, $"nDCG@10 is {mean:F3}; worst: {string.Join(", ", figures.OrderBy(f => f.Ndcg).Take(20).Select(f => $"{f.Query} {f.Ndcg:F2}"))}");
    }

    /// <summary>A little below what was measured when the ranking was last changed.</summary>
    private const double Floor = 0.70;

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();

    private async Task<IReadOnlyList<string>> HitsAsync(string query)
    {
        var page = await portal.Reader.GetPageAsync("/suche?q=" + Uri.EscapeDataString(query));
        return [.. page.QuerySelectorAll("main .hits h2 a").Select(link => link.GetAttribute("href")!.Split('#')[0].Split('/')[^1])];
    }
}
