namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>What matching needs to know of every document, in one doc value.</summary>
/// <param name="Mode">Number of its mode.</param>
/// <param name="Partition">See <see cref="IndexFields.Partition"/>.</param>
/// <param name="ShownIn">Bit per language in whose lists it stands.</param>
/// <param name="Length">Weighted number of words, as <see cref="Quantise"/> gives it.</param>
/// <param name="TitleLength">Number of words of the title, likewise.</param>
/// <param name="Importance">See <see cref="SuggestedAs.Importance"/>.</param>
/// <param name="Quality"><see cref="SearchDocument.Quality"/> in steps of 1/255.</param>
internal readonly record struct DocumentMeta(byte Mode, byte Partition, byte ShownIn, byte Length, byte TitleLength, byte Importance, byte Quality)
{
    private static readonly double[] _restored = [.. Enumerable.Range(0, 256).Select(q => Math.Pow(2, q / 16.0) - 1)];

    public long Pack() => Mode | ((long)Partition << 8) | ((long)ShownIn << 16) | ((long)Length << 24) | ((long)TitleLength << 32) | ((long)Importance << 40) | ((long)Quality << 48);

    public static DocumentMeta Unpack(long packed) =>
        new((byte)packed, (byte)(packed >> 8), (byte)(packed >> 16), (byte)(packed >> 24), (byte)(packed >> 32), (byte)(packed >> 40), (byte)(packed >> 48));

    /// <summary>A length in steps of 4.4 %, up to 65,000.</summary>
    public static byte Quantise(int length) => (byte)Math.Min(255, Math.Round(16 * Math.Log2(length + 1)));

    public static double Restore(byte quantised) => _restored[quantised];
}
