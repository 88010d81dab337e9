using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class OutlineBadFileTests
{
    // What turns one JSON text into another.
    private const string Likely = "[]{}\",:0123456789-eE.nt\\";

    private const string Good = "[[[6.5,49.1],[6.9,49.1],[6.9,49.4],[6.5,49.1]]]";

    [Theory]
    [InlineData("", "Die Datei ist leer.")]
    [InlineData("{\"type\":\n1,}", "Die Datei ist kein JSON: Zeile 2, Stelle 3")]
    [InlineData("PK\u0003\u0004", "Die Datei ist kein JSON: Zeile 1, Stelle 1")]
    [InlineData("[]", "In der Datei fehlt „type“.")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "„type“ ist „Polygon“. Erwartet wird TopoJSON („Topology“) oder GeoJSON („FeatureCollection“).")]
    [InlineData("""{"type":"\ud800"}""", "kein gültiges UTF-8")]
    [InlineData("""{"type":"FeatureCollection"}""", "„features“ fehlt oder ist leer")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "keinen Umriss")]
    [InlineData("""{"type":"FeatureCollection","features":[7]}""", "Feature 1: Kein JSON-Objekt.")]
    [InlineData("""{"type":"Topology","objects":{}}""", "„objects“ fehlt oder ist leer")]
    [InlineData("""{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[]}}}""", "„arcs“ fehlt oder ist leer")]
    [InlineData("""{"type":"Topology","arcs":[],"transform":{"scale":[1]},"objects":{"a":{}}}""", "„transform“ ist unvollständig")]
    public void A_file_that_is_none_is_named_as_such(string file, string expected) => Assert.Contains(expected, Errors(file)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"name":"x","KRS":"10041"}""", "Feature 1: Der amtliche Schlüssel fehlt. Er wird in den Eigenschaften „AGS“, „ARS“ oder „RS“ gesucht (Groß- und Kleinschreibung gleich), sonst in „id“. Vorhanden: name, KRS. Benennen")]
    [InlineData("""null""", "Vorhanden: keine Eigenschaften.")]
    [InlineData("""{"AGS":"17001"}""", "Feature 1: Der Schlüssel ist „17001“; erwartet werden fünf Ziffern (Kreis) oder zwei (Land), beginnend mit 01 bis 16.")]
    [InlineData("""{"AGS":"١٤٥٢٢"}""", "Der Schlüssel ist „")]
    [InlineData("""{"AGS":{"a":1}}""", "Der Schlüssel ist „“")]
    [InlineData("""{"AGS":"10041001"}""", "ist der Schlüssel einer Gemeinde")]
    public void A_missing_or_strange_key_names_the_properties_that_are_understood(string properties, string expected) =>
        Assert.Contains(expected, Errors(Collection($$$"""{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"Polygon","coordinates":{{{Good}}}}}"""))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("null", "Feature 1 (10041 Saarbrücken): Die Geometrie fehlt.")]
    [InlineData("""{"type":"LineString","coordinates":[]}""", "Die Geometrie ist „LineString“; erwartet wird Polygon oder MultiPolygon.")]
    [InlineData("""{"type":"Polygon"}""", "„coordinates“ fehlt oder ist nicht so geschachtelt")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[6.5,49.1]]]}""", "Punkt 1 ist kein Paar von Zahlen.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.5,49.1],["a",49.1]]]}""", "Punkt 2 ist kein Paar von Zahlen.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.5,1e999]]]}""", "Punkt 1 ist kein Paar von Zahlen.")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "Der Umriss hat keine Fläche.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.5,49.1],[6.9,49.1],[6.5,49.1],[6.5,49.1]]]}""", "Der Umriss hat keine Fläche.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.5,49.1],[6.9,49.1],[6.9,49.4],[6.6,49.2]]]}""", "Ein Ring ist nicht geschlossen")]
    [InlineData("""{"type":"Polygon","coordinates":[[[362000.5,5450000]]]}""", "Der Punkt [362000.5, 5450000] sind Meter (etwa UTM), keine Grad. Rechnen Sie die Datei vorher um, zum Beispiel mit ogr2ogr -f GeoJSON -t_srs EPSG:4326.")]
    [InlineData("""{"type":"Polygon","coordinates":[[[49.1,6.5]]]}""", "nennt die Breite zuerst")]
    [InlineData("""{"type":"Polygon","coordinates":[[[2.3,48.8]]]}""", "Der Punkt [2.3, 48.8] liegt nicht in Deutschland; erwartet werden Grad, Länge 5 bis 16 und Breite 46,5 bis 56.")]
    public void A_geometry_that_cannot_be_drawn_is_named_with_its_feature(string geometry, string expected) =>
        Assert.Contains(expected, Errors(Collection($$$"""{"type":"Feature","properties":{"AGS":"10041","name":"Saarbrücken"},"geometry":{{{geometry}}}}"""))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("[[5]]", "kreise[0] (10041): Linie 5 gibt es nicht; „arcs“ hat 2.")]
    [InlineData("[[-4]]", "Linie -4 gibt es nicht")]
    [InlineData("[[0.5]]", "Linie 0.5 gibt es nicht")]
    [InlineData("[[-2147483648]]", "Linie -2147483648 gibt es nicht")]
    [InlineData("[[0,0]]", "Linie 0 beginnt nicht dort, wo die vorige endet.")]
    [InlineData("[[0]]", "Ein Ring ist nicht geschlossen")]
    [InlineData("[[]]", "Ein Ring ist nicht geschlossen")]
    [InlineData("[0]", "„arcs“ fehlt oder ist nicht so geschachtelt")]
    public void Lines_that_make_no_ring_are_named_with_their_index(string arcs, string expected) => Assert.Contains(
        expected,
        Errors($$$$$"""{"type":"Topology","arcs":[[[6.5,49.1],[6.9,49.1]],[[6.9,49.1],[6.9,49.4],[6.5,49.1]]],"objects":{"kreise":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"ags":"10041"},"arcs":{{{{{arcs}}}}}}]}}}""")[0],
        StringComparison.Ordinal);

    [Fact]
    public void Every_feature_that_is_wrong_is_named_and_a_key_given_twice_with_both()
    {
        string Feature(string ags) => $$$"""{"type":"Feature","properties":{"AGS":"{{{ags}}}"},"geometry":{"type":"Polygon","coordinates":{{{Good}}}}}""";
        var errors = Errors(Collection(Feature("10041"), Feature("99"), Feature("10042"), Feature("10041")));
        Assert.Equal(2, errors.Count);
        Assert.StartsWith("Feature 2: ", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("Feature 4 (10041): Derselbe Schlüssel wie bei Feature 1 (10041)", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_used_again_and_again_counts_each_time_and_is_stopped_at_the_limit()
    {
        var line = string.Join(",", Enumerable.Range(0, 1_000).Select(i => $"[6.{i % 900},49.{100 + (i % 800)}]"));
        var ring = $"[[{string.Join(",", Enumerable.Range(0, 2_000).Select(i => i % 2 == 0 ? 0 : -1))}]]";
        var error = Errors($$$$$"""{"type":"Topology","arcs":[[{{{{{line}}}}}]],"objects":{"kreise":{"type":"Polygon","properties":{"ags":"10041"},"arcs":{{{{{ring}}}}}}}}""")[0];
        Assert.StartsWith("Die Datei hat mehr als 1.000.000 Punkte.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read_to_its_end()
    {
        await using var portal = await RegionPortal.CreateAsync();
        using var endless = new Endless();
        var rejected = Assert.IsType<RegionImportResult.Rejected>(await portal.First.Services.GetRequiredService<OutlineImporter>().ImportAsync(endless, "x", default));
        Assert.StartsWith("Die Datei ist größer als 32 MB.", Assert.Single(rejected.Errors).Message.De, StringComparison.Ordinal);
        Assert.InRange(endless.Given, OutlineImporter.MostBytes, OutlineImporter.MostBytes + (1 << 20));
    }

    [Fact]
    public async Task Wrong_files_store_nothing()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var file = Encoding.UTF8.GetString(InventedOutlines.OfSaarland().GeoJson()).Replace("10046", "1004", StringComparison.Ordinal);
        OutlineImportTests.Rejected(await OutlineImportTests.RunAsync(portal, Encoding.UTF8.GetBytes(file)));
        Assert.IsType<RegionImportResult.Rejected>(await portal.First.Services.GetRequiredService<OutlineImporter>().ImportAsync("/does/not/exist", "x", default));
        Assert.Equal(0, await portal.Facts.LastAsync(default));
        Assert.Null(portal.Register.Outlines.Kreise);
    }

    [Fact]
    public void No_bytes_whatever_make_reading_throw()
    {
        var files = new[] { InventedOutlines.OfSaarland(3).GeoJson(), InventedOutlines.OfSaarland(3).TopoJson() };
        var damaged = Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.OneOf(Gen.Int[0, 6_000], Gen.Int[-400, -1]), Gen.OneOf(Gen.Byte, Gen.Int[0, Likely.Length - 1].Select(i => (byte)Likely[i]))).Array[0, 6]).Select((file, changes) =>
        {
            var copy = files[file].ToArray();
            foreach (var (position, value) in changes)
            {
                copy[(position + copy.Length) % copy.Length] = value;
            }

            return copy;
        });
        Gen.OneOf(damaged, Gen.Byte.Array[0, 300]).Sample(
            file =>
            {
                var content = new OutlineContent();
                OutlineImporter.Read(file, content);
                return content.Errors.Count > 0
                    ? content.Errors.All(error => error.Message.De.Length is > 0 and < 700)
                    : OutlineSimplifier.Simplify(content.Features, 20).All(feature => feature.Rings.Count > 0);
            },
            iter: 5_000);
    }

    private static string Collection(params string[] features) => $$$"""{"type":"FeatureCollection","features":[{{{string.Join(",", features)}}}]}""";

    private static List<string> Errors(string file)
    {
        var content = new OutlineContent();
        OutlineImporter.Read(Encoding.UTF8.GetBytes(file), content);
        return [.. content.Errors.Select(error => error.Message.De)];
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
