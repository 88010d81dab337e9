using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>Script in every text of every type, nested items included: whatever shows it shows text.</summary>
public sealed class ScriptInEveryTextTests(ScriptInEveryTextTests.OwnSamples portal) : IClassFixture<ScriptInEveryTextTests.OwnSamples>
{
    private const string Mark = "Quittengelee";
    private const string Script =
        $" {Mark} </title></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1) '><svg onload=alert(1)> {{{{ 7 | times: 6 }}}} {{% include 'x' %}} [x](javascript:alert(1)) ]]>&lt;b&gt;";

    private static readonly string[] _texts = ["Text", "Markdown", "Html", "Values", "Title", "Url"];

    [Theory]
    [InlineData("Initiative")]
    [InlineData("MeasureType")]
    [InlineData("SuccessFactor")]
    [InlineData("FactorEvidence")]
    [InlineData("Workshop")]
    [InlineData("Finding")]
    [InlineData("Event")]
    [InlineData("Organisation")]
    [InlineData("Page")]
    public async Task It_stays_text(string type)
    {
        var ct = TestContext.Current.CancellationToken;
        var commands = portal.Services.GetRequiredService<ContentCommands>();
        var reader = portal.Services.GetRequiredService<IContentReader>();
        var items = await reader.ListAsync(new ListQuery(type, "de", Limit: 500), ct);
        var item = items.OrderBy(item => item.Content.GetRawText().Length).Last();

        // Everything at once; what a rule of the type refuses (a choice, a code, an address) is put back until the rest is taken.
        var content = JsonObject.Create(item.Content)!;
        var changed = new Dictionary<string, Action>();
        Fill(content, "", changed);
        for (var tries = 0; ; tries++)
        {
            var result = await commands.SaveAndPublishAsync(item.ContentItemId, null, (JsonObject)content.DeepClone(), Actor.System, ct);
            if (result is CommandResult.Done)
            {
                break;
            }

            var errors = Assert.IsType<CommandResult.Invalid>(result).Errors;
            Assert.True(tries < 5, string.Join('\n', errors));
            foreach (var error in errors)
            {
                foreach (var place in changed.Keys.Where(place => place.StartsWith($"{error.Part}.{error.Field}", StringComparison.Ordinal)).ToList())
                {
                    changed[place]();
                    changed.Remove(place);
                }
            }
        }

        Assert.NotEmpty(changed);
        await portal.CatchUpAsync();
        var path = (await reader.GetAsync(item.ContentItemId, ct))!.Path;
        string[] pages = [.. new[] { path is null ? null : "/" + path, $"/suche?q={Mark}", $"/suche?q={Mark}&mode=factors", "/", "/en", "/initiativen", "/massnahmen", "/erfolgsfaktoren", "/ergebnisse", "/veranstaltungen", "/organisationen", "/themen" }.OfType<string>()];
        var shown = 0;
        foreach (var page in pages)
        {
            var document = await portal.Reader.GetPageAsync(page);
            shown += document.Body!.TextContent.Contains(Mark, StringComparison.Ordinal) ? 1 : 0;
            Assert.Empty(document.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), svg[onload], img[src=x], iframe, object, embed"));
            Assert.Empty(document.QuerySelectorAll("[onerror], [onclick], [onmouseover], [onload], [href^='javascript:'], [src^='javascript:'], [action^='javascript:']"));
            Assert.DoesNotContain("42", document.Title ?? "", StringComparison.Ordinal);
            foreach (var data in document.QuerySelectorAll("script[type='application/ld+json']"))
            {
                Assert.NotNull(JsonNode.Parse(data.TextContent));
            }
        }

        Assert.True(shown > 0, $"{type}: no page shows any of the texts {string.Join(", ", changed.Keys)}.");
        foreach (var feed in new[] { "/feed.atom", "/sitemap.xml" })
        {
            new XmlDocument { XmlResolver = null }.LoadXml(await portal.Reader.GetStringAsync(new Uri(feed, UriKind.Relative), ct));
        }
    }

    private static void Fill(JsonObject json, string place, Dictionary<string, Action> changed)
    {
        foreach (var (name, value) in json.ToList())
        {
            var here = place.Length == 0 ? name : $"{place}.{name}";
            switch (value)
            {
                case JsonObject inner:
                    Fill(inner, here, changed);
                    break;
                case JsonArray { Count: > 0 } list when list[0] is JsonObject:
                    // Errors name entries of a bag as Sources[2].Source.
                    for (var i = 0; i < list.Count; i++)
                    {
                        Fill((JsonObject)list[i]!, $"{place}[{i}]", changed);
                    }

                    break;
                case JsonArray { Count: > 0 } list when _texts.Contains(name) && list[0] is JsonValue:
                    var values = list.DeepClone();
                    json[name] = new JsonArray([.. list.Select(text => JsonValue.Create(text + Script))]);
                    changed[here] = () => json[name] = values.DeepClone();
                    break;
                case JsonValue text when _texts.Contains(name) && text.TryGetValue<string>(out var old) && old.Length > 0:
                    json[name] = name == "Url" ? "javascript:alert(1)" : old + Script;
                    changed[here] = () => json[name] = old;
                    break;
            }
        }
    }

    /// <summary>Sample content that this class may spoil.</summary>
    public sealed class OwnSamples() : PortalFactory(sampleContent: true);
}
