using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>Reading pages as a test does.</summary>
internal static class Pages
{
    private static readonly HtmlParser _parser = new();

    /// <summary>The page at a path, which must be there.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient reader, string path)
    {
        using var response = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return Parse(body);
    }

    public static IHtmlDocument Parse(string html) => _parser.ParseDocument(html);

    /// <summary>The text as a reader sees it: white space folded.</summary>
    public static string Words(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
