using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Site.Downloads;

/// <summary>An initiative as literature.</summary>
/// <param name="Id">Content item id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its permanent address.</param>
/// <param name="Updated">When the entry was last changed.</param>
/// <param name="Summary">Its abstract.</param>
/// <param name="Language">Language of its text.</param>
/// <param name="Note">„Beispielinhalt – frei erfunden“.</param>
internal sealed record Reference(string Id, string Title, string Url, DateTime Updated, string? Summary, string Language, string? Note);

/// <summary>References for reference managers: BibTeX, RIS, CSL-JSON.</summary>
internal static class Citations
{
    private const string Publisher = "Zukunftswerkstatt";

    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string BibTex(IEnumerable<Reference> references, DateTime today)
    {
        var text = new StringBuilder();
        foreach (var r in references)
        {
            text.Append("@misc{").Append(r.Id).Append(",\n");
            Field("title", "{" + Tex(r.Title) + "}");
            Field("publisher", Publisher);
            Field("year", $"{r.Updated:yyyy}");
            Field("url", r.Url);
            Field("urldate", $"{today:yyyy-MM-dd}");
            Field("langid", r.Language == "en" ? "english" : "ngerman");
            Field("abstract", Tex(r.Summary));
            Field("note", Tex(r.Note));
            text.Append("}\n\n");
        }

        return text.ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
            }
        }
    }

    public static string Ris(IEnumerable<Reference> references, DateTime today)
    {
        var text = new StringBuilder();
        foreach (var r in references)
        {
            Line("TY", "ELEC");
            Line("ID", r.Id);
            Line("TI", r.Title);
            Line("PB", Publisher);
            Line("PY", $"{r.Updated:yyyy}");
            Line("DA", $"{r.Updated:yyyy}/{r.Updated:MM}/{r.Updated:dd}");
            Line("UR", r.Url);
            Line("Y2", $"{today:yyyy}/{today:MM}/{today:dd}");
            Line("LA", r.Language);
            Line("AB", r.Summary);
            Line("N1", r.Note);
            text.Append("ER  - \r\n\r\n");
        }

        return text.ToString();

        void Line(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(tag).Append("  - ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
            }
        }
    }

    public static byte[] CslJson(IEnumerable<Reference> references, DateTime today)
    {
        var items = new JsonArray([.. references.Select(r =>
        {
            var item = new JsonObject
            {
                ["id"] = r.Id,
                ["type"] = "webpage",
                ["title"] = r.Title,
                ["publisher"] = Publisher,
                ["URL"] = r.Url,
                ["issued"] = Date(r.Updated),
                ["accessed"] = Date(today),
                ["language"] = r.Language,
            };
            if (r.Summary is { Length: > 0 } summary)
            {
                item["abstract"] = summary;
            }

            if (r.Note is { } note)
            {
                item["note"] = note;
            }

            return (JsonNode)item;
        })]);
        return JsonSerializer.SerializeToUtf8Bytes(items, _readable);
    }

    private static JsonObject Date(DateTime date) => new() { ["date-parts"] = new JsonArray(new JsonArray(date.Year, date.Month, date.Day)) };

    private static string? Tex(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            result.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }
}
