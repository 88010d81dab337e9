namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// What both databases keep as text. NUL is refused by PostgreSQL, half a surrogate pair by every UTF-8 encoder; neither is ever
/// typed, so they are refused on SQLite as well and content moves freely between the two.
/// </summary>
public static class StorableText
{
    /// <summary>Whether the text can be stored. A text that cannot be stored cannot be found either.</summary>
    public static bool IsStorable(string text)
    {
        var rest = text.AsSpan();
        if (rest.Contains('\0'))
        {
            return false;
        }

        for (var at = rest.IndexOfAnyInRange('\ud800', '\udfff'); at >= 0; at = rest.IndexOfAnyInRange('\ud800', '\udfff'))
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }
}
