using System.Text;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Site;

/// <summary>Files of a theme that are joined.</summary>
public sealed class AssetCatalogTests
{
    [Theory]
    [InlineData("theme.css", "a { color: red }\n@media print {\nb { color: blue }\n}\n")]
    [InlineData("theme.js", "{\nconst name = 'a';\n}\n{\nconst name = 'b';\n}\n")]
    public void A_bundle_keeps_apart_what_its_files_must_not_share(string bundle, string text)
    {
        using var theme = new ThemeOnDisk();
        var assets = theme.Theme.Current.Assets;
        Assert.Equal(text, Encoding.UTF8.GetString(assets.ByName(bundle)!.Content));
        Assert.Matches($@"^/assets/theme\.[0-9a-f]{{12}}\{Path.GetExtension(bundle)}$", assets.Url(bundle));
    }
}
