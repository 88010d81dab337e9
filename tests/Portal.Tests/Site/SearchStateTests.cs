using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public class SearchStateTests
{
    private static readonly RegionSnapshot _register = SnapshotBuilder.Build(BaseData.Read());

    [Theory]
    [InlineData("?topic=mobilitaet&q=Bus&land=14", "/suche?q=Bus&land=14&topic=mobilitaet")]
    [InlineData("?land=14&land=14&land=09", "/suche?land=14&land=09")]
    [InlineData("?sort=newest&page=3&mode=events", "/suche?mode=events&sort=newest&page=3")]
    [InlineData("?sort=relevance&page=1&q=", "/suche")]
    [InlineData("?q=a%26b%3Dc", "/suche?q=a%26b%3Dc")]
    public void The_same_search_has_one_address(string query, string address) => Assert.Equal(address, Parse(query).Href("/suche"));

    [Theory]
    [InlineData("?page=-3")]
    [InlineData("?page=abc")]
    [InlineData("?page=99999999999999999999")]
    [InlineData("?sort=%00")]
    [InlineData("?utm=x")]
    public void What_cannot_be_read_is_left_out(string query) => Assert.Equal("/suche", Parse(query).Href("/suche"));

    [Fact]
    public void Long_input_is_cut_and_many_filters_are_bounded()
    {
        var state = Parse("?q=" + new string('x', 5000) + string.Concat(Enumerable.Range(0, 500).Select(i => $"&topic=t{i}")) + "&goal=" + new string('y', 1000));
        Assert.Equal(SearchRequest.MaxTextLength, state.Query.Length);
        Assert.InRange(state.Filters.Count, 1, 60);
        Assert.All(state.Filters, f => Assert.InRange(f.Value.Length, 1, 100));
    }

    [Fact]
    public void Changing_a_filter_goes_back_to_the_first_page()
    {
        var state = Parse("?land=14&page=4");
        Assert.Equal(1, state.With("topic", "x").Page);
        Assert.Equal("/suche", state.Without(new Filter("land", "14")).Href("/suche"));
    }

    [Fact]
    public void A_factor_with_an_effect_is_asked_for_as_a_pair()
    {
        var request = SearchRequests.Of(Parse("?factor=a&effect=hindering&effect=neutral"), Language.German, _register);
        Assert.Equal(["a~hindering", "a~neutral"], request.Facets["factoreffect"]);
        Assert.DoesNotContain("factor", request.Facets.Keys);
        Assert.DoesNotContain("effect", request.Facets.Keys);
    }

    [Fact]
    public void A_kreisfreie_Stadt_is_asked_for_by_its_one_key()
    {
        var request = SearchRequests.Of(Parse("?gemeinde=14612000&land=14"), Language.German, _register);
        Assert.Equal(["14", "14612"], request.Facets["region"]);
    }

    private static SearchState Parse(string query) => SearchState.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
