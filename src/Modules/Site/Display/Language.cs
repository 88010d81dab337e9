namespace Zukunftswerkstatt.Site.Display;

/// <summary>The language of a page's interface. Content may be in the other one when no translation exists.</summary>
internal sealed class Language
{
    /// <summary>German, without a prefix in the address.</summary>
    public static readonly Language German = new("de", "");

    /// <summary>English, under <c>/en</c>.</summary>
    public static readonly Language English = new("en", "/en");

    private Language(string code, string prefix)
    {
        Code = code;
        Prefix = prefix;
        Culture = System.Globalization.CultureInfo.GetCultureInfo(code == "de" ? "de-DE" : "en-GB");
    }

    public string Code { get; }

    public string Prefix { get; }

    public System.Globalization.CultureInfo Culture { get; }

    public bool IsEnglish => ReferenceEquals(this, English);

    /// <summary>The one of two written texts that belongs to this language.</summary>
    public string Pick(string german, string english) => IsEnglish ? english : german;

    /// <summary>A whole number with the language's group separator: 12.477 or 12,477.</summary>
    public string Number(long value) => value.ToString("N0", Culture);

    /// <summary>A count with its noun in the right number: „1 Initiative“, „12.400 Initiativen“.</summary>
    public string Count(long value, string germanOne, string germanMany, string englishOne, string englishMany) =>
        $"{Number(value)} {(value == 1 ? Pick(germanOne, englishOne) : Pick(germanMany, englishMany))}";

    /// <summary>The language that a request path (with leading slash) speaks.</summary>
    public static Language OfPath(string? path) =>
        path is not null && path.StartsWith("/en", StringComparison.Ordinal) && (path.Length == 3 || path[3] == '/') ? English : German;

    /// <summary>The language of a culture code; German for anything unknown.</summary>
    public static Language OfCode(string? code) => code == "en" ? English : German;
}
