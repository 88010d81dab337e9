using CsCheck;
using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class NameSearchTests
{
    private static readonly RegionSnapshot _register = SnapshotBuilder.Build(BaseData.Read());

    [Theory]
    [InlineData("Burgstädt", "14522060")]
    [InlineData("burgstaedt", "14522060")]
    [InlineData("BURGSTÄDT", "14522060")]
    [InlineData("  burgstädt ", "14522060")]
    [InlineData("burgstae", "14522060")]
    [InlineData("mittelsachsen", "14522")]
    [InlineData("Landkreis Mittelsachsen", "14522")]
    [InlineData("sachsen", "14")]
    [InlineData("14522060", "14522060")]
    [InlineData("Gießen", "06531")]
    [InlineData("giessen", "06531")]
    [InlineData("halle saale", "15002")]
    [InlineData("Halle (Saale)", "15002")]
    [InlineData("neuenhagen", "12064336")]
    [InlineData("dresden", "14612")]
    [InlineData("berlin", "11")]
    [InlineData("hamburg", "02")]
    [InlineData("münchen", "09162")]
    public void The_region_meant_comes_first(string text, string ags)
    {
        var hits = _register.Search(text, 10);
        // „Gießen“ is a town and a Landkreis: either may lead, both must be there.
        Assert.Contains(hits.Take(2), region => region.Ags == ags);
    }

    [Theory]
    [InlineData("burgstadt")]
    [InlineData("burgst")]
    public void Without_umlaut_both_Burgstaedt_and_Buergstadt_are_offered_or_found_by_prefix(string text) =>
        Assert.Contains(_register.Search(text, 20), region => region.Ags == "14522060");

    [Fact]
    public void A_word_inside_the_name_finds_it_but_a_syllable_does_not()
    {
        Assert.Contains(_register.Search("saale", 50), region => region.Name == "Halle (Saale)");
        Assert.DoesNotContain(_register.Search("stadt", 5000), region => region.Name == "Burgstädt");
    }

    [Fact]
    public void A_kreisfreie_Stadt_appears_once() =>
        Assert.Single(_register.Search("Chemnitz", 50), region => region.Name == "Chemnitz");

    [Fact]
    public void Every_region_is_found_by_its_own_name()
    {
        Assert.All(_register.All.Where(region => region.CanonicalAgs == region.Ags), region =>
            Assert.Contains(_register.Search(region.Name, 200), hit => hit.Ags == region.Ags));
    }

    [Fact]
    public void No_text_fails_and_no_more_than_the_limit_comes_back() =>
        Gen.Select(Gen.String, Gen.Int[-1, 30]).Sample((text, limit) =>
            _register.Search(text, limit).Count <= Math.Max(limit, 0));
}
