using System.Buffers;
using System.Text;
using System.Xml;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Media;

/// <summary>Looks whether the bytes of an upload are what its name says, for the formats that browsers display.</summary>
internal static class MediaContent
{
    private static readonly SearchValues<byte> _blank = SearchValues.Create(" \t\r\n"u8);

    /// <summary>What is wrong with the content, or <c>null</c>.</summary>
    public static LocalizedText? Check(MediaPath path, ReadOnlySpan<byte> content) => Fits(path.Extension, content)
        ? null
        : new($"„{path}“ enthält nicht, was die Endung sagt; bitte die Datei im richtigen Format speichern.",
            $"\"{path}\" does not contain what its extension says; save the file in the right format.");

    private static bool Fits(string extension, ReadOnlySpan<byte> content) => extension switch
    {
        ".jpg" or ".jpeg" => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        ".png" => content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ".gif" => content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8),
        ".webp" => content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8),
        ".ico" => content.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]),
        ".pdf" => content.StartsWith("%PDF-"u8),
        ".svg" => IsHarmlessSvg(content),
        _ => !LooksLikeMarkup(content),
    };

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> content)
    {
        var text = content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        var start = text.IndexOfAnyExcept(_blank);
        return start >= 0 && text[start] == (byte)'<';
    }

    /// <summary>Well-formed, no document type (and so no entities), no script, no handlers, no script addresses, no foreign markup.</summary>
    private static bool IsHarmlessSvg(ReadOnlySpan<byte> content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var elements = 0;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (elements++ == 0 && reader.LocalName != "svg" || reader.LocalName.ToLowerInvariant() is "script" or "foreignobject" or "iframe" or "handler")
                {
                    return false;
                }

                while (reader.MoveToNextAttribute())
                {
                    if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) ||
                        string.Concat(reader.Value.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                    {
                        return false;
                    }
                }
            }

            return elements > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
