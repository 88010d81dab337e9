using System.Globalization;

namespace Zukunftswerkstatt.Site.Display;

/// <summary>Dates as calendar leaves.</summary>
internal static class Leaves
{
    public static LeafView Of(Language language, DateTime local, bool past) => new(
        local.ToString("MMMM", language.Culture),
        local.Day.ToString(CultureInfo.InvariantCulture),
        local.Year.ToString(CultureInfo.InvariantCulture),
        local.ToString("ddd", language.Culture).TrimEnd('.'),
        past,
        local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
