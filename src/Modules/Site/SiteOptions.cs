namespace Zukunftswerkstatt.Site;

/// <summary>Settings of the public site, section <c>Portal</c>.</summary>
public sealed record SiteOptions
{
    /// <summary>Address under which readers reach the portal; canonical links, feeds and the sitemap are built from it, never from the Host header.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5000");

    /// <summary>Settings of the theme.</summary>
    public ThemeOptions Theme { get; init; } = new();

    /// <summary>Upper bound of all cached pages together, in bytes.</summary>
    public long PageCacheBytes { get; init; } = 24 * 1024 * 1024;

    /// <summary>Address for reports about security, as it appears in <c>security.txt</c>; null shows the portal's own imprint.</summary>
    public Uri? SecurityContact { get; init; }

    /// <summary>Settings of the search page.</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>How the search page behaves.</summary>
    public sealed record SearchOptions
    {
        /// <summary>Whether <c>&amp;explain=1</c> shows how the score of each hit came about. For those who tune the search; everybody can ask while it is on.</summary>
        public bool Explain { get; init; }
    }

    /// <summary>Where the theme lies and how strictly its templates are read.</summary>
    public sealed record ThemeOptions
    {
        /// <summary>Folder name of the theme under <c>themes/</c>.</summary>
        public string Name { get; init; } = "zukunftswerkstatt";

        /// <summary>Folder that holds the theme's folder; null searches the content root, its parents and the program's folder.</summary>
        public string? Path { get; init; }

        /// <summary>Unknown variables, members, filters and translations fail the page instead of rendering empty. Tests switch it on.</summary>
        public bool Strict { get; init; }
    }
}
