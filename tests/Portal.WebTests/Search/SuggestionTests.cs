using System.Net;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>What a search field suggests, as its script gets it.</summary>
public sealed class SuggestionTests(SamplePortal portal)
{
    [Theory]
    [InlineData("burgst", "Orte", "Burgstädt", "/regionen/14522060")]
    [InlineData("burgstaedt", "Orte", "Burgstädt", "/regionen/14522060")]
    [InlineData("Burgstedt", "Orte", "Burgstädt", "/regionen/14522060")]
    [InlineData("14522060", "Orte", "Burgstädt", "/regionen/14522060")]
    [InlineData("mittelsachs", "Orte", "Landkreis Mittelsachsen", "/regionen/14522")]
    [InlineData("berlin", "Orte", "Berlin", "/regionen/11")]
    [InlineData("chemintz", "Orte", "Chemnitz", "/regionen/14511")]
    [InlineData("sachs", "Orte", "Sachsen", "/regionen/14")]
    [InlineData("mobil", "Themen", "Mobilität", "/themen/mobilitaet")]
    [InlineData("zukunftswerk", "Initiativen", "Zukunftswerkstatt Kommunen und Wirtschaft", "/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft")]
    [InlineData("zukunftwerkstat", "Initiativen", "Zukunftswerkstatt Kommunen und Wirtschaft", "/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft")]
    public async Task A_beginning_suggests_what_it_may_become(string typed, string group, string text, string href)
    {
        var items = await SuggestAsync("/suche/vorschlaege?q=" + Uri.EscapeDataString(typed));
        Assert.Contains((group, text, href), items);
        using var there = await portal.Reader.GetAsync(href, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Fact]
    public async Task Every_published_factor_and_organisation_is_suggested_for_its_title()
    {
        var missing = new List<string>();
        foreach (var item in (await portal.ItemsAsync()).Where(i => i is { ContentType: "SuccessFactor" or "Organisation", Culture: not "en", Path: not null }))
        {
            var items = await SuggestAsync("/suche/vorschlaege?q=" + Uri.EscapeDataString(item.DisplayText));
            if (!items.Exists(s => s.Href == "/" + item.Path))
            {
                missing.Add(item.DisplayText);
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task English_suggestions_have_English_headings_and_addresses()
    {
        var items = await SuggestAsync("/en/search/suggestions?q=future");
        Assert.Contains(items, s => s is { Group: "Initiatives", Href: "/en/initiatives/future-workshop-municipalities-and-business" });
        Assert.Contains(await SuggestAsync("/en/search/suggestions?q=mobil"), s => s.Group == "Topics" && s.Href.StartsWith("/en/topics/", StringComparison.Ordinal));
        Assert.Contains(("Places", "Burgstädt", "/en/regions/14522060"), await SuggestAsync("/en/search/suggestions?q=burgst"));
    }

    [Fact]
    public async Task Suggestions_may_be_kept_for_a_moment_and_say_when_nothing_changed()
    {
        using var first = await portal.Reader.GetAsync("/suche/vorschlaege?q=burg", TestContext.Current.CancellationToken);
        Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());
        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/suche/vorschlaege?q=burg");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await portal.Reader.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_group_has_few_entries_and_the_number_of_all_is_said()
    {
        using var answer = JsonDocument.Parse(await portal.Reader.GetStringAsync("/suche/vorschlaege?q=ge", TestContext.Current.CancellationToken));
        var groups = answer.RootElement.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("items").GetArrayLength()).ToList();
        Assert.InRange(groups.Count, 2, 6);
        Assert.All(groups, count => Assert.InRange(count, 1, 4));
        Assert.StartsWith($"{groups.Sum()} Vorschläge", answer.RootElement.GetProperty("status").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<(string Group, string Text, string Href)>> SuggestAsync(string address)
    {
        using var answer = JsonDocument.Parse(await portal.Reader.GetStringAsync(address, TestContext.Current.CancellationToken));
        return [.. answer.RootElement.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("items").EnumerateArray()
            .Select(item => (group.GetProperty("label").GetString()!, item.GetProperty("text").GetString()!, item.GetProperty("href").GetString()!)))];
    }
}
