using System.Globalization;

namespace Zukunftswerkstatt.Site.Text;

/// <summary>Dates and numbers as people write them: „22. Mai 2019“, „12.477“; “22 May 2019”, “12,477”.</summary>
internal static class Formats
{
    public static string LongDate(DateOnly date, SiteCulture culture) => date.ToString(culture.Choose("d. MMMM yyyy", "d MMMM yyyy"), culture.Format);

    public static string Month(DateOnly date, SiteCulture culture) => date.ToString("MMMM yyyy", culture.Format);

    public static string Number(decimal number, int decimals, SiteCulture culture) =>
        number.ToString("N" + Math.Clamp(decimals, 0, 6).ToString(CultureInfo.InvariantCulture), culture.Format);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
