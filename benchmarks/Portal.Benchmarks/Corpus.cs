using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>What a generated portal holds, read from its database.</summary>
internal sealed partial class Corpus(string data)
{
    private const int Sample = 10_000;

    public string Data => data;

    /// <summary>Published items of all types.</summary>
    public long Items() => Query("SELECT COUNT(*) FROM ContentVersions WHERE Published", row => row.GetInt64(0)).Single();

    /// <summary>Addresses of all published initiatives.</summary>
    public IReadOnlyList<string> InitiativePaths() =>
        [.. Query("SELECT Path FROM Paths WHERE \"Use\" = 1 AND Path LIKE 'initiativen/%' ORDER BY Path", row => "/" + row.GetString(0))];

    /// <summary>
    /// Search addresses from rare to very common words: words of the texts, evenly spread over the logarithm of how many initiatives have
    /// them; every third query has two words.
    /// </summary>
    public IReadOnlyList<string> SearchPaths(int count)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in Query($"SELECT DisplayText, Content FROM ContentVersions WHERE Published AND ContentType = 'Initiative' ORDER BY Id LIMIT {Sample}", row => row.GetString(0) + " " + Texts(row.GetString(1))))
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

        return [.. queries.Select(query => "/suche?q=" + Uri.EscapeDataString(query).Replace("%20", "+", StringComparison.Ordinal))];
    }

    private static string Texts(string content)
    {
        using var json = JsonDocument.Parse(content);
        return string.Join(' ', json.RootElement.GetProperty("Initiative").EnumerateObject()
            .Select(field => field.Value.TryGetProperty("Markdown", out var text) ? text.GetString() : null));
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
