using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class QueryPartTests
{
    [Theory]
    [InlineData("Bus Bahn", "Bus→Bahn | Bahn→Bus")]
    [InlineData("Bus", "Bus→")]
    [InlineData("Bus -Bahn", "Bus→ | -Bahn→Bus")]
    [InlineData("\"zweiter Bus\" Rad", "\"zweiter Bus\"→Rad (zweiter Bus Rad) | Rad→\"zweiter Bus\"")]
    [InlineData("-\"zweiter Bus\" Rad", "-\"zweiter Bus\"→Rad | Rad→")]
    [InlineData("", "")]
    [InlineData("!?", "")]
    public void A_query_is_taken_apart_into_what_it_would_be_without_each_part(string text, string parts) =>
        Assert.Equal(parts, string.Join(" | ", QueryPart.Of(text).Select(p => $"{p.Text}→{p.Rest}{(p.Loose is null ? "" : $" ({p.Loose})")}")));
}
