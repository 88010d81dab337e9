using System.Text;
using MiniExcelLibs;

namespace Zukunftswerkstatt.Site.Downloads;

/// <summary>Rows as files that office programs open.</summary>
internal static class Tables
{
    private const int LongestCell = 32_000;

    /// <summary>CSV as German office programs expect it: semicolons, UTF-8 with a mark, every cell quoted.</summary>
    public static byte[] Csv(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heads))
        {
            text.AppendJoin(';', row.Select(cell => $"\"{Harmless(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>An Excel workbook with one sheet of texts.</summary>
    public static byte[] Xlsx(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Prepend(heads).Select(row => row.Select((cell, i) => (Key: i.ToString(System.Globalization.CultureInfo.InvariantCulture), Value: (object)Printable(cell)))
            .ToDictionary(cell => cell.Key, cell => cell.Value)), printHeader: false);
        return stream.ToArray();
    }

    // A cell that begins like a formula would be computed by the program that opens it; a negative number computes to itself.
    private static string Harmless(string cell) => cell.Length > 0 && cell[0] is '=' or '@' or '+' or '-' or '\t' or '\r' && !IsNegative(cell) ? "'" + cell : cell;

    private static bool IsNegative(string cell) => cell.Length > 1 && cell[0] == '-' && cell.AsSpan(1).Trim("0123456789.,").IsEmpty;

    // XML has no control characters.
    private static string Printable(string cell) =>
        new([.. (cell.Length > LongestCell ? cell[..LongestCell] : cell).Where(c => !char.IsControl(c) || c is '\n' or '\t')]);
}
