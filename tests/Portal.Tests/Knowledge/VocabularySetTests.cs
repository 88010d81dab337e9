using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge;

public class VocabularySetTests
{
    private static readonly VocabularySet _set = VocabularySet.Read([Taxonomy("""
        [{"ContentItemId": "T1", "DisplayText": "Raum", "Term": {"Slug": {"Text": "raum"}, "EnglishName": {"Text": "Space"}, "Definition": {"Text": "Was Raum ist."}},
          "Terms": [{"ContentItemId": "T2", "DisplayText": "Mobilität", "Term": {"Slug": {"Text": "mobilitaet"}}}]},
         {"ContentItemId": "T3", "DisplayText": "Ohne Kurzname"}]
        """)]);

    [Fact]
    public void A_term_is_found_by_id_in_any_case_and_by_slug()
    {
        Assert.Equal("Raum", _set.ById("t1")?.German);
        Assert.Equal("T2", _set.BySlug("mobilitaet")?.Id);
        Assert.Null(_set.BySlug("nein"));
    }

    [Fact]
    public void A_narrower_term_knows_its_broader_one_and_its_path()
    {
        var term = _set.BySlug("mobilitaet")!;
        Assert.Equal("raum", term.Broader);
        Assert.Equal("raum/mobilitaet", term.Path);
        Assert.Equal(["mobilitaet"], _set.Find("handlungsfeld")!.Below("raum").Select(t => t.Slug));
    }

    [Fact]
    public void A_term_without_an_English_name_keeps_its_German_one()
    {
        Assert.Equal("Space", _set.BySlug("raum")!.Label("en"));
        Assert.Equal("Mobilität", _set.BySlug("mobilitaet")!.Label("en"));
    }

    [Fact]
    public void A_term_without_a_slug_is_left_out() => Assert.Null(_set.ById("T3"));

    [Fact]
    public void Known_terms_come_in_the_order_of_the_ids() =>
        Assert.Equal(["mobilitaet", "raum"], _set.ByIds(["T2", "unknown", "T1"]).Select(t => t.Slug));

    private static ContentItem Taxonomy(string terms) => ContentItemJson.Read(JsonSerializer.Deserialize<JsonElement>(
        $$$"""{"ContentItemId": "V1", "ContentType": "Taxonomy", "DisplayText": "Handlungsfeld", "AliasPart": {"Alias": "handlungsfeld"}, "TaxonomyPart": {"Terms": {{{terms}}}}}"""));
}
