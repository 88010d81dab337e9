using System.Buffers;
using System.Text;
using Microsoft.Extensions.Options;
using Xunit;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public class LiquidTests
{
    private static readonly CardView _card = new() { Title = "<b>Mühle & Co.</b>", Url = "/x?a=1&b=2", Sample = true };

    [Theory]
    [InlineData("{{ Model.Title }}", "&lt;b&gt;Mühle &amp; Co.&lt;/b&gt;")]
    [InlineData("<a title=\"{{ Model.Url }}\">", "<a title=\"/x?a=1&amp;b=2\">")]
    [InlineData("{% if Model.Place %}Ort{% else %}–{% endif %}", "–")]
    [InlineData("{{ 'hits' | t: n: 1 }}, {{ 'hits' | t: n: 12477 }}", "1 Treffer, 12.477 Treffer")]
    [InlineData("{{ 'found' | t: what: Model.Title, place: 'Zell' }}", "&lt;b&gt;Mühle &amp; Co.&lt;/b&gt; in Zell")]
    [InlineData("{{ 12477 | number }} {{ 0.5 | number: 1 }}", "12.477 0,5")]
    [InlineData("{{ '2019-05-22' | long_date }}, {{ '2019-05-22' | month }}, {{ '2019-05-22T23:30:00Z' | iso_date }}", "22. Mai 2019, Mai 2019, 2019-05-23")]
    [InlineData("{{ 'Straße über Äcker' | slugify }}", "strasse-ueber-aecker")]
    [InlineData("{{ '**fett** <script>alert(1)</script>' | markdownify }}", "<p><strong>fett</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("{{ 'https://www.demografie.sachsen.de/a/b.html' | host }}", "www.demografie.sachsen.de")]
    [InlineData("{% render 'part', text: Model.Title %}", "[&lt;b&gt;Mühle &amp; Co.&lt;/b&gt;]")]
    public async Task Templates_speak_German_and_encode_what_they_put_out(string template, string expected) =>
        Assert.Equal(expected, await RenderAsync(template, _card, Language.German));

    [Theory]
    [InlineData("{{ 'hits' | t: n: 1 }}, {{ 'hits' | t: n: 12477 }}", "1 hit, 12,477 hits")]
    [InlineData("{{ 12477 | number }}", "12,477")]
    [InlineData("{{ '2019-05-22' | long_date }}", "22 May 2019")]
    public async Task The_same_templates_speak_English(string template, string expected) =>
        Assert.Equal(expected, await RenderAsync(template, _card, Language.English));

    [Theory]
    [InlineData("{{ Modell.Title }}")]
    [InlineData("{{ Model.Titel }}")]
    [InlineData("{{ Model.Title | shout }}")]
    [InlineData("{{ 'no.such.key' | t }}")]
    [InlineData("{{ 'no.css' | asset_url }}")]
    [InlineData("{% render 'nobody' %}")]
    public async Task A_wrong_name_fails_when_strict(string template) =>
        await Assert.ThrowsAnyAsync<Exception>(async () => await RenderAsync(template, _card, Language.German));

    [Theory]
    [InlineData("{% for i in (1..2000000) %}x{% endfor %}")]
    [InlineData("{% render 'loop' %}")]
    public async Task A_template_that_does_not_end_is_stopped(string template) =>
        await Assert.ThrowsAnyAsync<Exception>(async () => await RenderAsync(template, _card, Language.German));

    [Fact]
    public async Task A_template_cannot_look_into_a_type_that_is_not_listed() =>
        await Assert.ThrowsAnyAsync<Exception>(async () => await RenderAsync("{{ Model.Secret }}", new Unlisted("secret"), Language.German));

    [Fact]
    public async Task A_layout_surrounds_the_page()
    {
        using var disk = new ThemeOnDisk(("Page", "<p>{{ Model.Title }}</p>"));
        disk.Write("Layout", "<main lang=\"{{ Page.Lang }}\">{% render_body %}</main>");
        Assert.Equal("<main lang=\"de\"><p>&lt;b&gt;Mühle &amp; Co.&lt;/b&gt;</p></main>", await RenderAsync(disk, _card, Language.German));
    }

    [Fact]
    public async Task What_a_template_keeps_is_rendered_once_per_language()
    {
        const string Template = "{% cache 'a' %}{{ 'hits' | t: n: 1 }} {{ Model.Title }}{% endcache %} {{ Model.Title }}";
        using var disk = new ThemeOnDisk(("Page", Template));
        Assert.Equal("1 Treffer Eins Eins", await RenderAsync(disk, _card with { Title = "Eins" }, Language.German));
        Assert.Equal("1 Treffer Eins Zwei", await RenderAsync(disk, _card with { Title = "Zwei" }, Language.German));
        Assert.Equal("1 hit Drei Drei", await RenderAsync(disk, _card with { Title = "Drei" }, Language.English));
    }

    [Fact]
    public async Task A_changed_template_is_used_without_a_restart()
    {
        using var disk = new ThemeOnDisk(("Page", "vorher"));
        Assert.Equal("vorher", await RenderAsync(disk, _card, Language.German));
        var changed = new TaskCompletionSource();
        disk.Theme.Changed += changed.SetResult;
        disk.Write("Page", "nachher");
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("nachher", await RenderAsync(disk, _card, Language.German));
    }

    [Fact]
    public void A_broken_template_stops_the_start_and_is_named()
    {
        using var disk = new ThemeOnDisk(("Page", "{% if %}"));
        Assert.Contains("Page.liquid", Assert.Throws<FormatException>(() => disk.Theme).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_view_is_listed()
    {
        var views = typeof(CardView).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("View", StringComparison.Ordinal) && type.Namespace!.StartsWith("Zukunftswerkstatt.Site", StringComparison.Ordinal));
        Assert.Empty(views.Except(ViewTypes.All));
    }

    [Fact]
    public void Both_languages_have_the_same_words_and_every_word_a_template_names()
    {
        using var theme = ThemeOnDisk.Real();
        var german = theme.Current.German.Keys.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(german, theme.Current.English.Keys.Order(StringComparer.Ordinal));
        var folder = ThemeFolderOf();
        var named = Directory.EnumerateFiles(folder, "*.liquid", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"'([a-z0-9.\-]+)' \| t\b"))
            .Select(match => match.Groups[1].Value).Distinct();
        Assert.Empty(named.Except(german));
    }

    private static string ThemeFolderOf() => Zukunftswerkstatt.Site.Themes.ThemeFolder.Locate(new SiteOptions.ThemeOptions(), AppContext.BaseDirectory);

    private static async Task<string> RenderAsync(string template, object model, Language language)
    {
        using var disk = new ThemeOnDisk(("Page", template), ("part", "[{{ text }}]"), ("loop", "{% render 'loop' %}"));
        return await RenderAsync(disk, model, language);
    }

    private static async Task<string> RenderAsync(ThemeOnDisk disk, object model, Language language)
    {
        var renderer = new PageRenderer(disk.Theme, new PageShell(Options.Create(new SiteOptions()), new ReadySearcher()));
        var bytes = new ArrayBufferWriter<byte>();
        await renderer.RenderAsync(
            new PageResult.Page { Templates = ["Page"], Model = model, Head = new PageHead { Title = "T", Description = "D" } }, language, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private sealed record Unlisted(string Secret);
}
