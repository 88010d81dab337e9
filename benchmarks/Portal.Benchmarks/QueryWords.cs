using System.Text.RegularExpressions;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>Queries from rare to very common words.</summary>
internal static partial class QueryWords
{
    /// <summary>Words of the texts, evenly spread over the logarithm of how many texts have them; every third query has two words.</summary>
    public static IReadOnlyList<string> Choose(IEnumerable<string> texts, int count)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in Word().Matches(text).Select(match => match.Value).Where(word => word.Length > 3).Distinct())
            {
                frequency[word] = frequency.GetValueOrDefault(word) + 1;
            }
        }

        var bands = frequency.GroupBy(pair => (int)Math.Log2(pair.Value)).OrderBy(band => band.Key)
            .Select(band => band.Select(pair => pair.Key).Order(StringComparer.Ordinal).ToArray()).ToArray();
        var random = new Random(1);
        var queries = new HashSet<string>();
        for (var i = 0; queries.Count < count; i++)
        {
            var band = bands[i % bands.Length];
            var word = band[random.Next(band.Length)];
            var other = bands[random.Next(bands.Length)];
            queries.Add(i % 3 == 2 ? $"{word} {other[random.Next(other.Length)]}" : word);
        }

        return [.. queries];
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
