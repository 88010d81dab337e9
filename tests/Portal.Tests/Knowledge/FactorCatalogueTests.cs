using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge;

public class FactorCatalogueTests
{
    [Fact]
    public void Both_languages_of_a_factor_share_the_German_slug()
    {
        var catalogue = FactorCatalogue.Read(
        [
            Factor("E1", "Somebody cares", "en/success-factors/somebody-cares", "en", "set"),
            Factor("D1", "Jemand kümmert sich", "erfolgsfaktoren/jemand-kuemmert-sich", "de", "set"),
        ]);
        var factor = Assert.Single(catalogue.All);
        Assert.Equal("jemand-kuemmert-sich", factor.Slug);
        Assert.Same(factor, catalogue.ById("e1"));
        Assert.Same(factor, catalogue.ById("D1"));
        Assert.Equal("Somebody cares", factor.In("en").Title);
    }

    [Fact]
    public void An_untranslated_factor_is_shown_in_German_on_English_pages()
    {
        var catalogue = FactorCatalogue.Read([Factor("D1", "Jemand kümmert sich", "erfolgsfaktoren/jemand", "de", "set")]);
        Assert.Equal("Jemand kümmert sich", catalogue.BySlug("jemand")!.In("en").Title);
    }

    [Fact]
    public void A_factor_without_a_path_has_no_place_in_the_catalogue() =>
        Assert.Empty(FactorCatalogue.Read([Factor("D1", "Ohne Seite", "", "de", "set")]).All);

    private static ContentItem Factor(string id, string title, string path, string culture, string set) => ContentItemJson.Read(JsonSerializer.SerializeToElement(new
    {
        ContentItemId = id,
        ContentType = "SuccessFactor",
        DisplayText = title,
        AutoroutePart = new { Path = path },
        LocalizationPart = new { LocalizationSet = set, Culture = culture },
        SuccessFactor = new { Statement = new { Text = title + "." } },
    }));
}
