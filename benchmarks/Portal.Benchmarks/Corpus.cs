using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>What a generated portal holds, read from its database.</summary>
internal sealed class Corpus(string data)
{
    private const int Sample = 10_000;

    public string Data => data;

    /// <summary>Published items of all types.</summary>
    public long Items() => Query("SELECT COUNT(*) FROM ContentVersions WHERE Published", row => row.GetInt64(0)).Single();

    /// <summary>Addresses of all published initiatives.</summary>
    public IReadOnlyList<string> InitiativePaths() =>
        [.. Query("SELECT Path FROM Paths WHERE \"Use\" = 1 AND Path LIKE 'initiativen/%' ORDER BY Path", row => "/" + row.GetString(0))];

    /// <summary>Search addresses with <see cref="QueryWords"/> of the texts.</summary>
    public IReadOnlyList<string> SearchPaths(int count)
    {
        var texts = Query($"SELECT DisplayText, Content FROM ContentVersions WHERE Published AND ContentType = 'Initiative' ORDER BY Id LIMIT {Sample}", row => row.GetString(0) + " " + Texts(row.GetString(1)));
        return [.. QueryWords.Choose(texts, count).Select(query => "/suche?q=" + Uri.EscapeDataString(query).Replace("%20", "+", StringComparison.Ordinal))];
    }

    /// <summary>„Meine Kommune“ of the municipalities where the last initiatives lie, each once; they are generated ones, whose municipalities the register has. Cities that are a Kreis have another address.</summary>
    public IReadOnlyList<string> MunicipalityPaths(int initiatives) =>
        [.. Query($"SELECT Content FROM ContentVersions WHERE Published AND ContentType = 'Initiative' ORDER BY Id DESC LIMIT {initiatives}", row => Place(row.GetString(0))).Distinct().Where(ags => !ags.EndsWith("000", StringComparison.Ordinal)).Select(ags => "/meine-kommune/" + ags)];

    private static string Place(string content)
    {
        using var json = JsonDocument.Parse(content);
        return json.RootElement.GetProperty("Regions").GetProperty("ContentItems")[0].GetProperty("RegionRole").GetProperty("Ags").GetProperty("Text").GetString()!;
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
}
