using Microsoft.Extensions.Logging.Abstractions;
using Zukunftswerkstatt.Site;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Portal.Tests.Site;

/// <summary>A small theme in a folder of its own, for tests that need templates of their own.</summary>
internal sealed class ThemeOnDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theme-").FullName;
    private Theme? _theme;

    public ThemeOnDisk(params (string Name, string Source)[] templates)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "templates"));
        Directory.CreateDirectory(Path.Combine(_folder, "translations"));
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "theme.json"), """{"bundles": {"theme.css": ["a.css", "print:b.css"], "theme.js": ["a.js", "b.js"]}}""");
        File.WriteAllText(Path.Combine(_folder, "assets", "a.css"), "a { color: red }\n");
        File.WriteAllText(Path.Combine(_folder, "assets", "b.css"), "b { color: blue }\n");
        File.WriteAllText(Path.Combine(_folder, "assets", "a.js"), "const name = 'a';\n");
        File.WriteAllText(Path.Combine(_folder, "assets", "b.js"), "const name = 'b';\n");
        File.WriteAllText(Path.Combine(_folder, "translations", "de.json"), Words("Treffer", "Treffer"));
        File.WriteAllText(Path.Combine(_folder, "translations", "en.json"), Words("hit", "hits"));
        Write("Layout", "{% render_body %}");
        foreach (var (name, source) in templates)
        {
            Write(name, source);
        }
    }

    public Theme Theme => _theme ??= new Theme(_folder, strict: true, TimeProvider.System, NullLogger<Theme>.Instance);

    public void Write(string template, string source) => File.WriteAllText(Path.Combine(_folder, "templates", template + ".liquid"), source);

    public void Dispose()
    {
        _theme?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The theme of the portal, strict: a wrong name in a template fails.</summary>
    public static Theme Real() => new(
        ThemeFolder.Locate(new SiteOptions.ThemeOptions(), AppContext.BaseDirectory), strict: true, TimeProvider.System, NullLogger<Theme>.Instance);

    private static string Words(string one, string other) =>
        $$"""
        {
          "site.name": "Probe",
          "nav.initiatives": "I", "nav.factors": "F", "nav.findings": "B", "nav.events": "V", "nav.regions": "R", "nav.mine": "M", "feed.all": "Neues",
          "hits": {"one": "{n} {{one}}", "other": "{n} {{other}}"},
          "found": "{what} in {place}"
        }
        """;
}
