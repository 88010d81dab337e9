using System.Text;
using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class AgeTableTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_age_table_gives_every_Kreis_Land_and_the_federation_its_shares(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);

        var counts = await ImportAsync(portal);

        Assert.Equal((new DateOnly(2020, 12, 31), 400, 0), (counts.AsOf, counts.Kreise, counts.Changed));
        Assert.Equal(2 * (400 + 16 + 1), counts.Added);
        var older = portal.Register.Find("14522")!.Figure(RegionIndicators.Older)!;
        Assert.Equal(28.8m, Math.Round(older.Value, 1));
        Assert.Equal((2020, "© Statistisches Bundesamt (Destatis), 2021, Tabelle 12411-0018"), (older.Year, older.Source));
        Assert.Equal(22.0m, Math.Round(portal.Register.Find("00")!.Figure(RegionIndicators.Older)!.Value, 1));
        Assert.Equal(16.5m, Math.Round(portal.Register.Find("00")!.Figure(RegionIndicators.Younger)!.Value, 1));
        Assert.All(portal.Register.Kreise.Where(kreis => kreis.GoneSince is null), kreis => Assert.InRange(kreis.Figure(RegionIndicators.Older)!.Value, 14m, 34m));

        // A kreisfreie Stadt has its Kreis's figures as its own; the merged Kreis counts both parts.
        Assert.Equal(portal.Register.Find("14612")!.Figure(RegionIndicators.Older), portal.Register.Find("14612000")!.Figure(RegionIndicators.Older));
        Assert.Null(portal.Register.Find("16056")!.Figure(RegionIndicators.Older));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Importing_it_again_changes_nothing(string kind)
    {
        await using var portal = await RegionPortal.CreateAsync(kind);
        await ImportAsync(portal);
        var last = await portal.Facts.LastAsync(default);

        var again = await ImportAsync(portal);

        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.Equal(last, await portal.Facts.LastAsync(default));
    }

    [Fact]
    public async Task A_municipality_borrows_its_Kreis_value_and_says_so()
    {
        await using var portal = await RegionPortal.CreateAsync();
        await ImportAsync(portal);

        var profile = RegionProfile.Of(portal.Register, portal.Register.Find("14522060")!);

        var older = profile.Single(value => value.Indicator.Code == RegionIndicators.Older);
        Assert.True(older.IsOfKreis);
        Assert.Equal(("14522", 2020), (older.Of.Ags, older.Figure!.Year));
        Assert.False(profile.Single(value => value.Indicator.Code == RegionIndicators.Population).IsOfKreis);
    }

    [Fact]
    public async Task What_is_wrong_with_a_table_is_named_by_line_and_nothing_is_stored()
    {
        var lines = Encoding.Latin1.GetString(SharedFiles.Unpacked(SharedFiles.AgeTable)).TrimEnd('\n').Split('\n');
        await using var portal = await RegionPortal.CreateAsync();

        Assert.Contains("abgeschnitten", await OnlyAsync(lines[..^20]), StringComparison.Ordinal);
        Assert.Contains("abgeschnitten", await OnlyAsync([.. lines[..6], .. lines[^4..]]), StringComparison.Ordinal);
        Assert.Contains("fehlen am neuesten Stichtag", await OnlyAsync([.. lines[..6], .. lines.Where(l => l.StartsWith("31.12.2020;0", StringComparison.Ordinal)), .. lines[^4..]]), StringComparison.Ordinal);
        Assert.Equal("Zeile 7: Stichtag ist „2015“, erwartet ein Datum als TT.MM.JJJJ.", await FirstAsync(7, line => line.Replace("31.12.2015", "2015", StringComparison.Ordinal)));
        Assert.Equal("Zeile 7: 01001 ist „viele“, erwartet eine Zahl ab 0.", await FirstAsync(7, line => line.Replace(";1143;", ";viele;", StringComparison.Ordinal)));
        Assert.Equal("Zeile 7: 4 Spalten, erwartet 37 wie in der Kopfzeile.", await FirstAsync(7, _ => "31.12.2015;01001;Flensburg;1"));
        Assert.Equal("Zeile 7: AGS ist „Flensburg“, erwartet 5 Ziffern.", await FirstAsync(7, line => line.Replace(";01001;", ";Flensburg;", StringComparison.Ordinal)));
        Assert.Equal("Zeile 8: Kreis 01001 kommt zum Stichtag 31.12.2015 zweimal vor.", await FirstAsync(8, _ => lines[6].TrimEnd('\r')));
        Assert.Contains("fehlt die Spalte „männlich, unter 3 Jahre“", await FirstAsync(6, line => line.Replace("unter 3 Jahre", "Kinder", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Null(portal.Register.Find("14522")!.Figure(RegionIndicators.Older));
        Assert.Equal(0, await portal.Facts.LastAsync(default));

        async Task<string> OnlyAsync(string[] file) => Assert.Single(await portal.RejectAsync(Bytes(file))).Message.De;

        async Task<string> FirstAsync(int line, Func<string, string> change)
        {
            var file = lines.ToArray();
            file[line - 1] = change(file[line - 1]);
            return (await portal.RejectAsync(Bytes(file)))[0].Message.De;
        }
    }

    private static byte[] Bytes(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private static async Task<AgeImportCounts> ImportAsync(RegionPortal portal) =>
        Assert.IsType<RegionImportResult.AgesImported>(await portal.Importer.ImportAsync(SharedFiles.AgeTable, null, default)).Counts;
}
