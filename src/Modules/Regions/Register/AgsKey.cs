namespace Zukunftswerkstatt.Regions;

/// <summary>What can be told from the digits of a key alone.</summary>
internal static class AgsKey
{
    public const string Bund = "00";

    /// <summary>14522060 → 14522 → 14 → 00 → <c>null</c>.</summary>
    public static string? Parent(string ags) => ags.Length switch
    {
        8 => ags[..5],
        5 => ags[..2],
        _ => ags == Bund ? null : Bund,
    };

    /// <summary>The key under which the same place is shown; see <see cref="Region.CanonicalAgs"/>.</summary>
    public static string Canonical(string ags) => ags switch
    {
        "02000" or "02000000" => "02",
        "11000" or "11000000" => "11",
        _ => IsIndependentCity(ags) ? ags[..5] : ags,
    };

    // Only kreisfreie Städte have the municipality number 000.
    private static bool IsIndependentCity(string ags) => ags.Length == 8 && ags.EndsWith("000", StringComparison.Ordinal);
}
