using System.Buffers;

namespace Zukunftswerkstatt.Site.Text;

/// <summary>
/// Recognises HTML that cleaning could not change: every <c>&lt;</c> begins one of a few tags, bare or with the attributes written here.
/// Most texts of case studies are such, and looking costs a hundredth of parsing. What is not recognised goes to the sanitizer.
/// </summary>
internal static class PlainHtml
{
    private static readonly string[] _tags = ["p", "ul", "ol", "li", "em", "strong", "blockquote", "h3", "h4", "h5", "h6"];
    private static readonly SearchValues<char> _identifier = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    private static readonly SearchValues<char> _address = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#=&;%+,@!");

    /// <summary>Whether the text holds nothing but such tags.</summary>
    public static bool IsPlain(ReadOnlySpan<char> html)
    {
        while (html.IndexOf('<') is var start and >= 0)
        {
            html = html[(start + 1)..];
            var end = html.IndexOf('>');
            if (end < 0 || !IsPlainTag(html[..end]))
            {
                return false;
            }

            html = html[(end + 1)..];
        }

        return true;
    }

    // p   /p   h3 id="steps-who-helps"   a href="https://example.org/a?b=1" rel="noopener"
    private static bool IsPlainTag(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith("a href=\"", StringComparison.Ordinal))
        {
            return IsPlainLink(tag["a href=\"".Length..]);
        }

        var closing = tag.StartsWith('/');
        var name = closing ? tag[1..] : tag;
        if (!closing && name.IndexOf(' ') is var space and >= 0)
        {
            var attribute = name[space..];
            if (!attribute.StartsWith(" id=\"", StringComparison.Ordinal) || !attribute.EndsWith('"') || attribute.Length < 7 || attribute[5..^1].ContainsAnyExcept(_identifier))
            {
                return false;
            }

            name = name[..space];
        }

        foreach (var known in _tags)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return closing && name is "a";
    }

    private static bool IsPlainLink(ReadOnlySpan<char> rest)
    {
        const string End = "\" rel=\"noopener\"";
        return (rest.StartsWith("https://", StringComparison.Ordinal) || rest.StartsWith("http://", StringComparison.Ordinal))
            && rest.EndsWith(End, StringComparison.Ordinal)
            && !rest[..^End.Length].ContainsAnyExcept(_address);
    }
}
