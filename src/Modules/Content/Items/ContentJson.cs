using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// What can be stored as the content of an item, asked once at every edge (commands, imports), so that nothing behind it can fail on
/// reading: valid Unicode without NUL, no member twice, bounded depth and size.
/// </summary>
public static class ContentJson
{
    /// <summary>Deepest nesting of content. Less than <see cref="TolerantJson.MaxDepth"/>, because an export nests it further.</summary>
    public const int MaxDepth = 100;

    /// <summary>Largest content of one version in bytes of JSON.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions _strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = TolerantJson.MaxDepth };

    /// <summary>The content as an immutable element, or <c>null</c> and what is wrong with it.</summary>
    public static JsonElement? Read(JsonObject content, out LocalizedText? wrong)
    {
        try
        {
            var json = Write(content);
            wrong = Check(JsonMarshal.GetRawUtf8Value(json));
            return wrong is null ? json : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            // Texts are unescaped while writing, which is where half a surrogate pair shows; too deep a nesting as well.
            wrong = Unreadable(e);
            return null;
        }
    }

    /// <summary>Content that was read and changed since, as an immutable element.</summary>
    public static JsonElement Write(JsonObject content) => JsonSerializer.SerializeToElement(content, _writing);

    /// <summary>What keeps the JSON from being stored, or <c>null</c>.</summary>
    public static LocalizedText? Check(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            return new($"Der Eintrag ist {utf8.Length / 1024} kB groß; höchstens {MaxBytes / 1024} kB werden gespeichert.", $"The item has {utf8.Length / 1024} kB; at most {MaxBytes / 1024} kB are stored.");
        }

        try
        {
            if (!Utf8.IsValid(utf8))
            {
                return new("Der Eintrag enthält kein gültiges UTF-8.", "The item is not valid UTF-8.");
            }

            using var document = JsonDocument.Parse(utf8.ToArray(), _strict);
            return utf8.IndexOf("\\u"u8) >= 0 ? Escapes(utf8) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            return Unreadable(e);
        }
    }

    /// <summary>Only an escape can bring in NUL or half a surrogate pair.</summary>
    private static LocalizedText? Escapes(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && reader.GetString()!.Contains('\0'))
            {
                return new("Der Eintrag enthält das Zeichen U+0000; bitte entfernen.", "The item contains the character U+0000; please remove it.");
            }
        }

        return null;
    }

    private static LocalizedText Unreadable(Exception e) =>
        new($"Der Eintrag kann so nicht gespeichert werden: {e.Message}", $"The item cannot be stored like this: {e.Message}");
}
