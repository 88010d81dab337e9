using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class OfficialImportTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_directory_of_2023_completes_the_register_and_replaces_its_figures(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        var before = portal.Register;
        Assert.Equal("GeoNames (Jahr der letzten Bearbeitung des Eintrags)", before.Find("14522060")!.Population!.Source);

        var counts = await portal.ImportAsync(SharedFiles.DirectoryOf2023);

        Assert.Equal(("GV100AD", new DateOnly(2023, 11, 30), 2022), (counts.Format, counts.AsOf, counts.FigureYear));
        var after = portal.Register;
        var municipalities = after.ByLevel(RegionLevel.Gemeinde).Count(region => region.GoneSince is null);
        Assert.InRange(municipalities, 10_970, 10_990);
        Assert.Equal(municipalities, counts.Municipalities);
        Assert.Equal(municipalities - before.ByLevel(RegionLevel.Gemeinde).Count(), counts.Added);
        Assert.Equal(400, after.Kreise.Count(kreis => kreis.GoneSince is null));

        var burgstaedt = after.Find("14522060")!;
        Assert.Equal(("Burgstädt", "Burgstädt, Stadt"), (burgstaedt.Name, burgstaedt.FullName));
        Assert.Equal((10_475m, 2022), (burgstaedt.Population!.Value, burgstaedt.Population.Year));
        Assert.Equal("© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023", burgstaedt.Population.Source);
        Assert.Equal(25.88m, burgstaedt.Area!.Value);
        Assert.Equal(before.Find("14522060")!.Latitude, burgstaedt.Latitude);

        Assert.Equal(84_358_845m, after.Find("00")!.Population!.Value); // Destatis, 31.12.2022
        Assert.Equal(4_086_152m, after.Find("14")!.Population!.Value);
        Assert.Equal(418, after.ByLevel(RegionLevel.Gemeinde).Count(region => region.LandAgs == "14" && region.GoneSince is null));
        Assert.Equal(after.Find("14612")!.Population, after.Find("14612000")!.Population);
        Assert.Equal("Landkreis Mittelsachsen", after.Find("14522")!.FullName);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Importing_the_same_file_again_changes_nothing_and_writes_no_fact(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        await portal.ImportAsync(SharedFiles.DirectoryOf2023);
        var fact = Assert.Single(await portal.Facts.ReadAsync(0, 10, default));
        Assert.Equal(FactKinds.RegionsChanged, fact.Kind);

        var again = await portal.ImportAsync(SharedFiles.DirectoryOf2023);

        Assert.False(again.Changed);
        Assert.Equal(fact.Id, await portal.Facts.LastAsync(default));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_extract_of_2020_adds_points_but_takes_no_newer_figure_back(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        await portal.ImportAsync(SharedFiles.DirectoryOf2023);
        var before = portal.Register;
        var without = before.All.Count(region => region.Latitude is null && region.GoneSince is null);

        var counts = await portal.ImportAsync(SharedFiles.ExtractOf2020);

        Assert.Equal(("AuszugGV", new DateOnly(2020, 12, 31), 2019), (counts.Format, counts.AsOf, counts.FigureYear));
        Assert.Equal((0, 0), (counts.Added, counts.Gone));
        Assert.Equal(2, counts.FiguresReplaced); // Eisenach was still a Kreis: its figures of 2018 are replaced by those of 2019
        Assert.True(counts.PointsAdded > 1_000);
        Assert.True(portal.Register.All.Count(region => region.Latitude is null && region.GoneSince is null) < without / 10);
        Assert.Equal(10_475m, portal.Register.Find("14522060")!.Population!.Value);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task In_the_other_order_dissolved_municipalities_are_kept_but_marked(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        await portal.ImportAsync(SharedFiles.ExtractOf2020);
        Assert.Null(portal.Register.Find("14522450")!.GoneSince); // Ostrau: part of Jahnatal since 2023

        var counts = await portal.ImportAsync(SharedFiles.DirectoryOf2023);

        Assert.True(counts.Gone > 10);
        Assert.Equal(new DateOnly(2023, 11, 30), portal.Register.Find("14522450")!.GoneSince);
        Assert.Equal(10_475m, portal.Register.Find("14522060")!.Population!.Value);
        Assert.DoesNotContain(portal.Register.All, region => region.GoneSince is null && region.Level == RegionLevel.Gemeinde && region.Latitude is null && region.LandAgs == "09");
    }

    [Fact]
    public async Task Plain_Latin1_and_zipped_files_are_read_alike()
    {
        var text = SharedFiles.Unpacked(SharedFiles.DirectoryOf2023);
        var latin1 = System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.UTF8.GetString(text));
        using var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("GV100AD_301123.txt").Open();
            await entry.WriteAsync(text);
        }

        foreach (var file in new[] { text, latin1, zip.ToArray() })
        {
            await using var portal = await RegionPortal.CreateAsync();
            using var stream = new MemoryStream(file);
            Assert.IsType<RegionImportResult.Imported>(await portal.Importer.ImportAsync(stream, null, null, default));
            Assert.Equal("Lübeck, Hansestadt", portal.Register.Find("01003")!.FullName);
            Assert.Equal(10_475m, portal.Register.Find("14522060")!.Population!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Another_process_sees_the_import_and_a_running_one_reloads_on_the_fact(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        var other = portal.StartProcess();
        var cursor = await other.Projection.ReadCursorAsync(default);
        Assert.Equal(12_477m, other.Register.Find("14522060")!.Population!.Value);

        await portal.ImportAsync(SharedFiles.DirectoryOf2023);
        await other.Projection.ApplyAsync(await other.Facts.ReadAsync(cursor, 10, default), default);

        Assert.Equal(10_475m, other.Register.Find("14522060")!.Population!.Value);
        Assert.Equal(10_475m, portal.StartProcess().Register.Find("14522060")!.Population!.Value);
    }
}
