using Microsoft.Extensions.Configuration;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

public sealed class ExpressionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recipe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("[locale en]Hi[/locale][locale fr]Salut[/locale]", "[locale en]Hi[/locale][locale fr]Salut[/locale]")]
    [InlineData("[sc text='some : text'/]", "[sc text='some : text'/]")]
    [InlineData("[1js: valiables('now')]", "[1js: valiables('now')]")]
    [InlineData("[other: f()]", "other: f()")]
    [InlineData("[js: 1 + 1]", "2")]
    [InlineData("[js: true]", "true")]
    [InlineData("[js: null]", "")]
    [InlineData("[js: undefined]", "")]
    [InlineData("[js: [1,2,3][1]]", "2")]
    [InlineData("[js: '[js: 20+3]']", "23")]
    [InlineData("[js: var a = 'x'; return a + 'y';]", "xy")]
    [InlineData("[js: base64('w7w=') + html('&auml;')]", "üä")]
    [InlineData("[js: base64(gzip('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=='))]", "hello")]
    [InlineData("[js: parameters('SiteName') + parameters('missing')]", "Portal")]
    [InlineData("[js: variables('b')]", "one two")]
    [InlineData("[js: configuration('OrchardCore_Admin:AdminUrlPrefix', 'Admin')]", "Admin")]
    [InlineData("[js: configuration('Portal:Recipes:Town')]", "Musterstadt")]
    [InlineData("[appsettings:Portal:Recipes:Town]", "Musterstadt")]
    [InlineData("[localization:Hello]", "Hello")]
    [InlineData("[js: getUrlPrefix('/a') + getUrlPrefix()]", "/a")]
    [InlineData("[js: encodeURI('ä b')]", "%C3%A4%20b")]
    [InlineData("plain [js: 1]", "plain [js: 1]")]
    public void Text_is_evaluated_as_Orchard_does(string text, string expected) => Assert.Equal(expected, Evaluate(text));

    [Fact]
    public void A_variable_is_evaluated_once_and_then_kept()
    {
        var expressions = Create();
        var first = expressions.Evaluate("[js: variables('id')]", default);
        Assert.Equal(26, first.Length);
        Assert.Equal(first, expressions.Evaluate("[js: variables('ID')]", default));
        Assert.Equal(first, expressions.Values["id"]);
        Assert.DoesNotContain("never", expressions.Values.Keys);
    }

    [Theory]
    [InlineData("[js: valiables('now')]", "valiables is not defined")]
    [InlineData("[js: variables('nope')]", "The variable 'nope' was used in the recipe but not defined")]
    [InlineData("[js: variables('loop')]", "depends on itself")]
    [InlineData("[js: while(true){}]", "fails")]
    [InlineData("[js: function f(){f()} f()]", "fails")]
    [InlineData("[js: let a=[]; for(;;) a.push('0123456789'.repeat(100000))]", "fails")]
    [InlineData("[js: 'x'.repeat(1073741820)]", "fails")]
    [InlineData("[js: 'x'.padEnd(1073741820)]", "fails")]
    [InlineData("[js: new Array(1e9).fill('x').join('y')]", "fails")]
    [InlineData("[js: JSON.parse('['.repeat(5000))]", "fails")]
    [InlineData("[js: eval('1')]", "fails")]
    [InlineData("[js: new Function('return 1')()]", "fails")]
    [InlineData("[js: System.IO.File.ReadAllText('/etc/passwd')]", "System is not defined")]
    [InlineData("[js: importNamespace('System')]", "is not defined")]
    [InlineData("[js: uuid.constructor.constructor('return 1')()]", "fails")]
    [InlineData("[js: /(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')]", "")]
    [InlineData("[js: base64('%')]", "fails")]
    [InlineData("[js: encrypt('x')]", "encrypt is not defined")]
    [InlineData("[js: (]", "fails")]
    [InlineData("[js: configuration('Portal:Database:ConnectionString')]", "may not read the setting")]
    [InlineData("[appsettings:Portal:Admin:Password]", "may not read the setting")]
    [InlineData("[env:PATH]", "may not read the environment variable")]
    [InlineData("[file:text('../secret.txt')]", "not in the folder")]
    [InlineData("[file:text('/etc/passwd')]", "not in the folder")]
    [InlineData("[file:text('a\\\\..\\\\..\\\\secret.txt')]", "not in the folder")]
    [InlineData("[file:text('none.txt')]", "\"none.txt\" is missing")]
    [InlineData("[file:delete('none.txt')]", "is not understood")]
    public void What_is_not_allowed_ends_with_a_reason(string text, string reason)
    {
        if (reason.Length == 0)
        {
            // Either answer is fine; what counts is that it comes.
            _ = Record.Exception(() => Evaluate(text));
            return;
        }

        Assert.Contains(reason, Assert.Throws<RecipeException>(() => Evaluate(text)).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_setting_is_not_given_even_when_a_fallback_is()
    {
        Assert.Equal("none", Evaluate("[js: configuration('Portal:Database:ConnectionString', 'none')]"));
    }

    [Fact]
    public void Deeply_nested_scripts_do_not_end_the_process()
    {
        foreach (var script in new[]
        {
            new string('(', 9000) + "1" + new string(')', 9000),
            string.Join('+', Enumerable.Repeat("1", 9000)),
            new string('!', 15000) + "1",
            string.Concat(Enumerable.Repeat("[", 9000)) + string.Concat(Enumerable.Repeat("]", 9000)),
            string.Concat(Enumerable.Repeat("a=>", 6000)) + "1",
        })
        {
            var error = Record.Exception(() => Evaluate($"[js: {script}]"));
            Assert.True(error is null or RecipeException, error?.ToString());
        }
    }

    [Fact]
    public void A_file_beside_the_recipe_is_read_without_its_byte_order_mark()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Snippets"));
        File.WriteAllBytes(Path.Combine(_folder, "Snippets", "a.html"), [0xEF, 0xBB, 0xBF, .. "<p>ä</p>"u8]);
        Assert.Equal("<p>ä</p>", Evaluate("[file:text('Snippets/a.html')]"));
        Assert.Equal("77u/PHA+w6Q8L3A+", Evaluate("[file: base64(\"./Snippets\\a.html\")]"));
        File.WriteAllBytes(Path.Combine(_folder, "broken.txt"), [0xFF, 0xC0]);
        Assert.Contains("not valid UTF-8", Assert.Throws<RecipeException>(() => Evaluate("[file:text('broken.txt')]")).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_do_not_lead_out_of_the_folder()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "passwd"), "/etc/passwd");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "etc"), "/etc");
        foreach (var path in new[] { "passwd", "etc/passwd" })
        {
            Assert.Contains("not in the folder", Assert.Throws<RecipeException>(() => Evaluate($"[file:text('{path}')]")).Reason.En, StringComparison.Ordinal);
        }
    }

    private string Evaluate(string text) => Create().Evaluate(text, default);

    private RecipeExpressions Create() => new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["a"] = "[js: 'one']",
            ["b"] = "[js: variables('a') + ' two']",
            ["id"] = "[js: uuid()]",
            ["loop"] = "[js: variables('loop')]",
            ["never"] = "[js: f()]",
        },
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["SiteName"] = "Portal" },
        new RecipeFolder(_folder),
        new RecipeSettings(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:Recipes:Town"] = "Musterstadt",
            ["Portal:Database:ConnectionString"] = "secret",
            ["Portal:Admin:Password"] = "secret",
        }).Build()));
}
