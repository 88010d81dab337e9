using System.IO.Compression;
using System.Xml.Linq;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>Reads an Excel workbook as the zipped XML it is.</summary>
internal static class Workbooks
{
    public static string Text(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Join('\n', zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && entry.FullName.StartsWith("xl/", StringComparison.Ordinal)).Select(entry =>
        {
            using var stream = entry.Open();
            return XDocument.Load(stream).Root!.Value;
        }));
    }
}
