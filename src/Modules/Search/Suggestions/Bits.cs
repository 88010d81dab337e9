using System.Numerics;

namespace Zukunftswerkstatt.Search.Suggestions;

/// <summary>Walks the bits that are set.</summary>
internal static class Bits
{
    /// <summary>Their indexes, ascending.</summary>
    /// <param name="bits">May be longer.</param>
    /// <param name="length">Elements that are looked at.</param>
    public static IEnumerable<int> Of(ulong[] bits, int length)
    {
        for (var i = 0; i < length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
