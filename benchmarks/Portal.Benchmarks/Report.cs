using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>One measured bound.</summary>
internal sealed record Row(string Key, string What, double Value, string Bound, bool Met, string Detail, string Machine, string Date);

/// <summary>The table of results: kept in <c>benchmarks/results.json</c>, so that a single bound can be measured again, and written into the README.</summary>
internal sealed class Report(TimeProvider time)
{
    private const string Begin = "<!-- results -->";
    private const string Stated = "stated";
    private const string End = "<!-- end of results -->";

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string _file = Path.Combine(Folders.Root, "benchmarks", "results.json");

    private readonly SortedDictionary<string, Row> _rows = Read();

    public void Add(string key, string what, double value, string bound, bool met, string detail)
    {
        var row = new Row(key, what, value, bound, met, detail, Machine(), time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        _rows[key] = row;
        Console.WriteLine($"({key}) {what}: {Format(value)} ({(bound == Stated ? bound : $"bound {bound}, {(met ? "met" : "MISSED")}")}) – {detail}");
        File.WriteAllText(_file, JsonSerializer.Serialize(_rows.Values, _readable) + "\n");
        WriteReadme();
    }

    /// <summary>A figure that no bound is set for.</summary>
    public void State(string key, string what, double value, string detail) => Add(key, what, value, Stated, met: true, detail);

    private void WriteReadme()
    {
        var table = new StringBuilder($"{Begin}\n| | what | result | bound | met | detail |\n|---|---|---|---|---|---|\n");
        foreach (var row in _rows.Values)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {row.What} | {Format(row.Value)} | {row.Bound} | {(row.Bound == Stated ? "–" : row.Met ? "yes" : "**no**")} | {row.Detail} |\n");
        }

        foreach (var (machine, rows) in _rows.Values.GroupBy(row => $"{row.Machine}, {row.Date}").Select(group => (group.Key, group.Select(row => row.Key))))
        {
            table.Append(CultureInfo.InvariantCulture, $"\nMachine of {string.Join(", ", rows)}: {machine}.\n");
        }

        var readme = Path.Combine(Folders.Root, "benchmarks", "README.md");
        var text = File.ReadAllText(readme);
        var from = text.IndexOf(Begin, StringComparison.Ordinal);
        var to = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(readme, text[..from] + table + text[to..]);
    }

    private static string Format(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);

    private static SortedDictionary<string, Row> Read() => new(
        File.Exists(_file) ? JsonSerializer.Deserialize<List<Row>>(File.ReadAllText(_file))!.ToDictionary(row => row.Key) : [], StringComparer.Ordinal);

    private static string Machine()
    {
        var cpu = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
        return $"{Environment.ProcessorCount} cores of {cpu}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}";
    }
}
