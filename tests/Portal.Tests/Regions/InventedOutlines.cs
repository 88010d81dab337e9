using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

/// <summary>A country of rectangles with wavy borders, as GeoJSON and as TopoJSON with the same borders.</summary>
internal sealed class InventedOutlines(int columns, int rows, IReadOnlyList<string> keys, int steps = 9, double west = 6.5, double south = 49.1)
{
    /// <summary>The Kreise of the Saarland.</summary>
    public static IReadOnlyList<string> Saarland { get; } = ["10041", "10042", "10043", "10044", "10045", "10046"];

    public static InventedOutlines OfSaarland(int steps = 9) => new(3, 2, Saarland, steps);

    public byte[] GeoJson(string member = "AGS", string? source = null, string prefix = "")
    {
        var features = Cells().Select(cell => $$$"""{"type":"Feature","properties":{"{{{member}}}":"{{{prefix}}}{{{cell.Key}}}","name":"Kreis {{{cell.Key}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(",", cell.Edges.SelectMany((edge, i) => Points(edge).Skip(i == 0 ? 0 : 1)))}}}]]}}""");
        return Encoding.UTF8.GetBytes($$$"""{"type":"FeatureCollection",{{{(source is null ? "" : $"\"source\":\"{source}\",")}}}"features":[{{{string.Join(",\n", features)}}}]}""");
    }

    public byte[] TopoJson()
    {
        var arcs = new List<string>();
        var numbers = new Dictionary<(int, int, bool), int>();
        var geometries = Cells().Select(cell => $$$"""{"type":"Polygon","arcs":[[{{{string.Join(",", cell.Edges.Select(Arc))}}}]],"properties":{"ags":"{{{cell.Key}}}"}}""").ToList();
        return Encoding.UTF8.GetBytes($$$$$"""{"type":"Topology","arcs":[{{{{{string.Join(",", arcs)}}}}}],"objects":{"kreise":{"type":"GeometryCollection","geometries":[{{{{{string.Join(",", geometries)}}}}}]}}}""");

        int Arc(Edge edge)
        {
            if (!numbers.TryGetValue((edge.Column, edge.Row, edge.Along), out var number))
            {
                numbers.Add((edge.Column, edge.Row, edge.Along), number = arcs.Count);
                arcs.Add($"[{string.Join(",", Points(edge with { Back = false }))}]");
            }

            return edge.Back ? ~number : number;
        }
    }

    private IEnumerable<(string Key, Edge[] Edges)> Cells()
    {
        for (var i = 0; i < Math.Min(columns * rows, keys.Count); i++)
        {
            var (column, row) = (i % columns, i / columns);
            yield return (keys[i], [new(column, row, true, false), new(column + 1, row, false, false), new(column, row + 1, true, true), new(column, row, false, true)]);
        }
    }

    private IEnumerable<string> Points(Edge edge)
    {
        var points = Enumerable.Range(0, steps + 1).Select(step =>
        {
            // Nothing at the corners, and another wave for every edge.
            var wave = 0.02 * Math.Sin(Math.PI * step / steps) * Math.Sin((step * 1.7) + (edge.Column * 5) + (edge.Row * 3) + (edge.Along ? 1 : 0));
            var along = 0.2 * step / steps;
            var (x, y) = edge.Along ? (along, wave) : (wave, along);
            return string.Create(CultureInfo.InvariantCulture, $"[{west + (edge.Column * 0.2) + x:0.######},{south + (edge.Row * 0.2) + y:0.######}]");
        });
        return edge.Back ? points.Reverse() : points;
    }

    private readonly record struct Edge(int Column, int Row, bool Along, bool Back);
}
