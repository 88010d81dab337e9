using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>schema.org documents. The default encoder escapes &lt;, &gt; and &amp;, so that no text can end the script element.</summary>
internal static class JsonLd
{
    public static string Write(JsonObject document)
    {
        document.Insert(0, "@context", "https://schema.org");
        RemoveNulls(document);
        return document.ToJsonString(JsonSerializerOptions.Default);
    }

    private static void RemoveNulls(JsonObject document)
    {
        foreach (var (name, value) in document.ToList())
        {
            if (value is null or JsonArray { Count: 0 })
            {
                document.Remove(name);
            }
            else if (value is JsonObject nested)
            {
                RemoveNulls(nested);
            }
        }
    }
}
