using System.Globalization;

namespace Zukunftswerkstatt.Site;

/// <summary>A language of the interface. The path decides it: <c>/en</c> and below is English, everything else German.</summary>
public sealed class SiteCulture
{
    private SiteCulture(string code, string prefix, CultureInfo format)
    {
        Code = code;
        Prefix = prefix;
        Format = format;
    }

    /// <summary>German, the language every path without prefix speaks.</summary>
    public static SiteCulture German { get; } = new("de", "", CultureInfo.GetCultureInfo("de-DE"));

    /// <summary>English, below <c>/en</c>.</summary>
    public static SiteCulture English { get; } = new("en", "/en", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>Both, German first.</summary>
    public static IReadOnlyList<SiteCulture> All { get; } = [German, English];

    /// <summary>Language tag as used in <c>lang</c>, in LocalizationPart and in file names of translations.</summary>
    public string Code { get; }

    /// <summary>Empty or <c>/en</c>.</summary>
    public string Prefix { get; }

    /// <summary>Formats of dates and numbers.</summary>
    public CultureInfo Format { get; }

    /// <summary>The other language.</summary>
    public SiteCulture Other => ReferenceEquals(this, German) ? English : German;

    /// <summary>Picks one of two texts or paths by language.</summary>
    public T Choose<T>(T german, T english) => ReferenceEquals(this, German) ? german : english;

    /// <summary>The culture that a request path (with leading slash) speaks.</summary>
    public static SiteCulture OfPath(string? path) =>
        path is not null && path.StartsWith("/en", StringComparison.Ordinal) && (path.Length == 3 || path[3] == '/') ? English : German;

    /// <summary>The culture of a language tag; German for anything unknown.</summary>
    public static SiteCulture OfCode(string? code) => string.Equals(code, "en", StringComparison.Ordinal) ? English : German;
}
