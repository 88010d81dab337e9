using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class OutlineImportTests
{
    private const string Source = "© Amt für Umrisse";

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Imported_Kreise_are_drawn_by_every_process_and_only_then(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        var other = portal.StartProcess();
        Assert.Null(portal.Register.Outlines.Kreise);
        Assert.Same(LandOutlines.All, portal.Register.Outlines.Lands);
        Assert.Null(other.Register.Outlines.Source);

        var counts = await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson());

        Assert.Equal((6, 0, true), (counts.Kreise, counts.Lands, counts.Changed));
        Assert.Empty(counts.Unknown);
        var facts = await portal.Facts.ReadAsync(0, 10, default);
        Assert.Equal(FactKinds.OutlinesChanged, Assert.Single(facts).Kind);
        await other.Projection.ApplyAsync(facts, default);
        foreach (var outlines in new[] { portal.Register.Outlines, other.Register.Outlines })
        {
            Assert.Equal(["10"], outlines.Kreise!.ByLand.Keys);
            Assert.Equal(Source, outlines.Source);
            Assert.Equal(16, outlines.Lands.Count);
            Assert.NotEqual(LandOutlines.Of("10")!.SvgPath, outlines.Land("10")!.SvgPath);
            Assert.Equal(LandOutlines.Of("14"), outlines.Land("14"));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_file_again_changes_nothing_and_another_replaces_the_same_Land_only(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson());
        await ImportAsync(portal, new InventedOutlines(2, 1, ["04011", "04012"], west: 8.5, south: 53).GeoJson());
        var fact = await portal.Facts.LastAsync(default);
        var between = portal.Register.Outlines.Kreise!.ByLand["10"];
        var bremen = portal.Register.Outlines.Kreise.ByLand["04"];

        Assert.False((await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson())).Changed);
        Assert.Equal(fact, await portal.Facts.LastAsync(default));

        // Five of six: their borders are drawn whole within the delivered outline.
        await ImportAsync(portal, new InventedOutlines(3, 2, [.. InventedOutlines.Saarland.Take(5)]).GeoJson());
        var outlines = portal.Register.Outlines;
        Assert.Equal(LandOutlines.Of("10"), outlines.Land("10"));
        Assert.Equal(bremen, outlines.Kreise!.ByLand["04"]);
        Assert.True(2 * outlines.Kreise.ByLand["10"].Length > 3 * between.Length);
    }

    [Fact]
    public async Task TopoJSON_and_GeoJSON_of_the_same_borders_give_the_same_lines()
    {
        await using var portal = await RegionPortal.CreateAsync();
        await ImportAsync(portal, InventedOutlines.OfSaarland().TopoJson());
        var first = portal.Register.Outlines;
        Assert.False((await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson())).Changed);
        Assert.Same(first, portal.Register.Outlines);
    }

    [Fact]
    public async Task A_Land_whose_Kreise_are_complete_is_drawn_as_they_lie_together()
    {
        await using var portal = await RegionPortal.CreateAsync();
        await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson());
        var outlines = portal.Register.Outlines;

        // 3 × 2 cells of 0.2° at 49.3° N.
        var ring = Assert.Single(OutlineTests.Rings(outlines.Land("10")!.SvgPath));
        Assert.InRange(Math.Abs(OutlineTests.SignedArea(ring)), 3 * 2 * 22.2 * 14.5 * 0.97, 3 * 2 * 22.2 * 14.5 * 1.03);

        // Seven borders lie between two cells; where four cells meet, lines end.
        Assert.InRange(outlines.Kreise!.ByLand["10"].Count(c => c == 'M'), 2, 7);
        Assert.DoesNotContain('Z', outlines.Kreise.ByLand["10"]);
    }

    [Fact]
    public async Task Kreise_that_leave_no_outer_border_do_not_stop_the_portal()
    {
        await using var portal = await RegionPortal.CreateAsync();
        const string a = "[[6,49],[7,49],[7,50],[6,49]]";
        const string b = "[[6,49],[7,50],[7,49],[6,49]]";
        var features = InventedOutlines.Saarland.Select(ags => $$$"""{"type":"Feature","id":"{{{ags}}}","geometry":{"type":"Polygon","coordinates":[{{{a}}},{{{b}}}]}}""");
        await ImportAsync(portal, Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(",", features)}}]}"""));
        Assert.Equal(LandOutlines.Of("10"), portal.Register.Outlines.Land("10"));
    }

    [Fact]
    public async Task The_attribution_comes_from_the_call_or_from_the_file_and_one_there_must_be()
    {
        await using var portal = await RegionPortal.CreateAsync();
        Assert.Contains("--source", Assert.Single(Rejected(await RunAsync(portal, InventedOutlines.OfSaarland().GeoJson(), null))), StringComparison.Ordinal);
        Assert.Contains("255", Assert.Single(Rejected(await RunAsync(portal, InventedOutlines.OfSaarland().GeoJson(), new string('x', 256)))), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Facts.LastAsync(default));

        await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson(source: "Aus der Datei"), null);
        Assert.Equal("Aus der Datei", portal.Register.Outlines.Source);
        await ImportAsync(portal, InventedOutlines.OfSaarland().GeoJson(source: "Aus der Datei"), "Aus dem Aufruf");
        Assert.Equal("Aus dem Aufruf", portal.Register.Outlines.Kreise!.Source);
    }

    [Fact]
    public async Task Numbers_as_keys_get_their_leading_zero_and_water_is_left_out()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var counts = await ImportAsync(portal, """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"Ars":4011,"GF":4},"geometry":{"type":"Polygon","coordinates":[[[8,53],[9,53],[9,54],[8,53]]]}},
              {"type":"Feature","properties":{"Ars":4011,"GF":2},"geometry":{"type":"Polygon","coordinates":[[[7,53],[8,53],[8,54],[7,53]]]}},
              {"type":"Feature","properties":{"Ars":4099,"GF":4},"geometry":{"type":"Polygon","coordinates":[[[7,52],[8,52],[8,53],[7,52]]]}},
              {"type":"Feature","id":"04","geometry":{"type":"Polygon","coordinates":[[[7,52],[9,52],[9,54,12.5],[7,52]]]}}]}
            """u8.ToArray());
        Assert.Equal((2, 1, 1), (counts.Kreise, counts.Lands, counts.Water));
        Assert.Equal(["04099"], counts.Unknown);

        // Bremerhaven is missing, so that the Land is drawn as imported itself.
        Assert.Single(OutlineTests.Rings(portal.Register.Outlines.Land("04")!.SvgPath));
    }

    // The published outlines where PORTAL_SHARED names them, else as many invented ones.
    [Fact]
    public async Task All_Kreise_of_Germany_fit_into_a_page()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var file = SharedFiles.AreNamed
            ? await File.ReadAllBytesAsync(SharedFiles.KreisOutlines, TestContext.Current.CancellationToken)
            : new InventedOutlines(21, 20, [.. portal.Register.Kreise.Select(kreis => kreis.Ags)], steps: 30, west: 6, south: 48).GeoJson();

        var counts = await ImportAsync(portal, file);

        Assert.Equal((401, 0), (counts.Kreise, counts.Unknown.Count));
        var outlines = portal.Register.Outlines;
        Assert.Equal(16, outlines.Kreise!.ByLand.Count);
        Assert.InRange(outlines.Kreise.ByLand.Values.Sum(path => path.Length), 10_000, 60_000);
        Assert.All(outlines.Kreise.ByLand.Values, path => Assert.Matches(@"^(M-?\d+ -?\d+l[-\d ]+)*$", path));
        Assert.InRange(outlines.Lands.Sum(land => land.SvgPath.Length), 10_000, 45_000);
        if (SharedFiles.AreNamed)
        {
            Assert.All(outlines.Lands, land => Assert.InRange(
                OutlineTests.Rings(land.SvgPath).Sum(OutlineTests.SignedArea) / (double)portal.Register.Find(land.Ags)!.Area!.Value, 0.9, 1.12));
        }
    }

    [Fact]
    public async Task The_Laender_are_read_as_well_and_municipalities_are_refused()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var file = SharedFiles.AreNamed
            ? await File.ReadAllBytesAsync(SharedFiles.LandOutlines, TestContext.Current.CancellationToken)
            : new InventedOutlines(4, 4, [.. Enumerable.Range(1, 16).Select(land => $"{land:00}")]).TopoJson();
        var counts = await ImportAsync(portal, file);
        Assert.Equal((0, 16), (counts.Kreise, counts.Lands));
        Assert.Null(portal.Register.Outlines.Kreise);
        Assert.NotEqual(LandOutlines.Of("14")!.SvgPath, portal.Register.Outlines.Land("14")!.SvgPath);

        file = SharedFiles.AreNamed
            ? await File.ReadAllBytesAsync(SharedFiles.MunicipalOutlines, TestContext.Current.CancellationToken)
            : new InventedOutlines(10, 6, [.. Enumerable.Range(0, 60).Select(i => $"145110{i:00}")]).TopoJson();
        var errors = Rejected(await RunAsync(portal, file));
        Assert.EndsWith("[0]: 14511000 ist der Schlüssel einer Gemeinde. Gezeichnet werden Kreise (fünf Ziffern) und Länder (zwei): nehmen Sie die Datei der Kreise.", errors[0], StringComparison.Ordinal);
        Assert.Equal(OutlineContent.ErrorLimit, errors.Count);
    }

    internal static async Task<OutlineImportCounts> ImportAsync(RegionPortal portal, byte[] file, string? source = Source) => await RunAsync(portal, file, source) switch
    {
        RegionImportResult.OutlinesImported imported => imported.Counts,
        RegionImportResult.Rejected rejected => throw new InvalidOperationException(string.Join("\n", rejected.Errors.Select(error => error.Message.De))),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    internal static async Task<RegionImportResult> RunAsync(RegionPortal portal, byte[] file, string? source = Source)
    {
        using var stream = new MemoryStream(file);
        return await Importer(portal).ImportAsync(stream, source, default);
    }

    internal static List<string> Rejected(RegionImportResult result) => [.. Assert.IsType<RegionImportResult.Rejected>(result).Errors.Select(error => error.Message.De)];

    private static OutlineImporter Importer(RegionPortal portal) => portal.First.Services.GetRequiredService<OutlineImporter>();
}
