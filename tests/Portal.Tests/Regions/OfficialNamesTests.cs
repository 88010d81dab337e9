using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class OfficialNamesTests
{
    [Theory]
    [InlineData("Burgstädt, Stadt", "Burgstädt", "Burgstädt")]
    [InlineData("Burgstädt, Stadt", null, "Burgstädt")]
    [InlineData("Kahl a.Main", "Kahl am Main", "Kahl am Main")]
    [InlineData("Bad Neustadt a.d.Saale, St", "Bad Neustadt an der Saale", "Bad Neustadt an der Saale")]
    [InlineData("Hann. Münden, Stadt", "Hannoversch Münden", "Hannoversch Münden")]
    [InlineData("St. Blasien, Stadt", "Sankt Blasien", "Sankt Blasien")]
    [InlineData("Haag i.OB, M", "Haag in Oberbayern", "Haag in Oberbayern")]
    [InlineData("Burg (Spreewald) / Bórkowy (Błota)", "Burg", "Burg")]
    [InlineData("Crostwitz / Chrósćicy", null, "Crostwitz")]
    [InlineData("Jahnatal", "Ostrau", "Jahnatal")]
    [InlineData("Bad Düben, Stadt", "Bad Lausick", "Bad Düben")]
    [InlineData("Zella-Mehlis, Stadt", "Zell", "Zella-Mehlis")]
    public void The_name_alone_is_kept_unless_the_directory_names_another_place(string official, string? present, string expected) =>
        Assert.Equal(expected, OfficialNames.Short(Entry(official, RegionLevel.Gemeinde, "64"), present));

    [Theory]
    [InlineData("Mittelsachsen", "44", "Landkreis Mittelsachsen")]
    [InlineData("Dithmarschen", "43", "Kreis Dithmarschen")]
    [InlineData("Erzgebirgskreis", "44", "Erzgebirgskreis")]
    [InlineData("Region Hannover", "44", "Region Hannover")]
    [InlineData("Städteregion Aachen (einschl. Stadt Aachen)", "44", "Städteregion Aachen (einschl. Stadt Aachen)")]
    [InlineData("Regionalverband Saarbrücken", "45", "Regionalverband Saarbrücken")]
    public void A_Landkreis_gets_its_title_unless_its_name_has_one(string official, string kind, string expected) =>
        Assert.Equal(expected, OfficialNames.Full(Entry(official, RegionLevel.Landkreis, kind)));

    private static DirectoryEntry Entry(string name, RegionLevel level, string kind) =>
        new() { Ags = "14522060", Level = level, OfficialName = name, Kind = kind };
}
