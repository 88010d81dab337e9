using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Zukunftswerkstatt.Content;

/// <summary>Reads a recipe once from front to back in a small window, and checks every byte of it.</summary>
internal sealed class RecipeScanner
{
    private const int FirstWindow = 1 << 16;

    private readonly List<ScannedStep> _steps = [];
    private readonly List<string> _categories = [];
    private readonly List<string> _tags = [];
    private RecipeHeader _header = new();
    private ByteSpan? _variables;

    // Where the reader is: the member of the root, the member of the step, and the start of the step or the variables.
    private string _member = "";
    private string _stepMember = "";
    private string? _stepName;
    private long _start;
    private bool _sawSteps;

    public static RecipeScan Scan(Stream stream, CancellationToken ct)
    {
        var scanner = new RecipeScanner();
        try
        {
            var hash = scanner.Read(stream, ct);
            if (!scanner._sawSteps)
            {
                throw RecipeErrors.NotARecipe("Es fehlt die Liste „steps“.", "It has no list \"steps\".");
            }

            return new RecipeScan(
                scanner._header with { Categories = scanner._categories, Tags = scanner._tags }, scanner._variables, scanner._steps, hash);
        }
        catch (JsonException e)
        {
            throw RecipeErrors.NotARecipe(
                $"Zeile {e.LineNumber + 1}, Byte {e.BytePositionInLine + 1}: {Plain(e)}", $"Line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {Plain(e)}", e);
        }
    }

    private string Read(Stream stream, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var window = new byte[FirstWindow];
        var length = Fill(stream, window, 0, hash);
        var skip = window.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (length >= 2 && (window[0], window[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            throw RecipeErrors.NotARecipe("Es ist in UTF-16 gespeichert; bitte als UTF-8 speichern.", "It is stored as UTF-16; store it as UTF-8.");
        }

        long before = 0; // bytes of the file in front of the window
        var state = new JsonReaderState(new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = RecipeLimits.Depth,
        });
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var final = length < window.Length;
            var reader = new Utf8JsonReader(window.AsSpan(skip, length - skip), final, state);
            while (reader.Read())
            {
                Check(ref reader);
                Take(ref reader, before + skip + reader.TokenStartIndex, before + skip + reader.BytesConsumed);
            }

            if (final)
            {
                return Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            state = reader.CurrentState;
            var consumed = skip + (int)reader.BytesConsumed;
            skip = 0;
            before += consumed;
            var rest = window.AsSpan(consumed, length - consumed);
            if (rest.Length > window.Length / 2)
            {
                // One token fills half of the window: it is a long text.
                if (window.Length > RecipeLimits.TextBytes)
                {
                    throw RecipeErrors.NotARecipe(
                        $"Ein Text ab Byte {before} ist länger als {RecipeLimits.TextBytes} Byte.", $"A text from byte {before} on is longer than {RecipeLimits.TextBytes} bytes.");
                }

                var larger = new byte[window.Length * 2];
                rest.CopyTo(larger);
                length = rest.Length;
                window = larger;
            }
            else
            {
                rest.CopyTo(window);
                length = rest.Length;
            }

            length += Fill(stream, window, length, hash);
        }
    }

    private static int Fill(Stream stream, byte[] window, int from, IncrementalHash hash)
    {
        var read = stream.ReadAtLeast(window.AsSpan(from), window.Length - from, throwOnEndOfStream: false);
        hash.AppendData(window, from, read);
        return read;
    }

    /// <summary>Broken UTF-8, lone surrogates and NUL characters are refused here, once, so that nobody later has to think of them.</summary>
    private static void Check(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return;
        }

        if (!Utf8.IsValid(reader.ValueSpan))
        {
            throw RecipeErrors.NotARecipe("Ein Text ist kein gültiges UTF-8.", "A text is not valid UTF-8.");
        }

        if (reader.ValueSpan.Length > RecipeLimits.TextBytes)
        {
            throw RecipeErrors.NotARecipe($"Ein Text ist länger als {RecipeLimits.TextBytes} Byte.", $"A text is longer than {RecipeLimits.TextBytes} bytes.");
        }

        if (!reader.ValueIsEscaped || reader.ValueSpan.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        try
        {
            if (reader.GetString()!.Contains('\0'))
            {
                throw RecipeErrors.NotARecipe("Ein Text enthält ein Nullzeichen (\\u0000).", "A text contains a NUL character (\\u0000).");
            }
        }
        catch (InvalidOperationException e)
        {
            throw RecipeErrors.NotARecipe("Ein Text enthält ein halbes Zeichen (einzelnes Surrogat).", "A text contains half a character (a lone surrogate).", e);
        }
    }

    private void Take(ref Utf8JsonReader reader, long start, long end)
    {
        switch (reader.CurrentDepth)
        {
            case 0 when reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject):
                throw RecipeErrors.NotARecipe("Es muss mit { beginnen, nicht mit einer Liste oder einem Wert.", "It must begin with {, not with a list or a value.");
            case 1 when reader.TokenType == JsonTokenType.PropertyName:
                _member = reader.GetString()!.ToLowerInvariant();
                break;
            case 1:
                TakeRootValue(ref reader, start, end);
                break;
            case 2 when _member == "steps":
                TakeStep(ref reader, start, end);
                break;
            case 2 when reader.TokenType == JsonTokenType.String && _member is "categories" or "tags":
                (_member == "tags" ? _tags : _categories).Add(reader.GetString()!);
                break;
            case 3 when _member == "steps" && reader.TokenType == JsonTokenType.PropertyName:
                _stepMember = reader.GetString()!;
                break;
            case 3 when _member == "steps" && reader.TokenType == JsonTokenType.String && _stepMember.Equals("name", StringComparison.OrdinalIgnoreCase):
                _stepName = reader.GetString();
                break;
        }
    }

    private void TakeRootValue(ref Utf8JsonReader reader, long start, long end)
    {
        switch (_member, reader.TokenType)
        {
            case ("steps", JsonTokenType.StartArray):
                _sawSteps = true;
                break;
            case ("steps", not JsonTokenType.EndArray):
                throw RecipeErrors.NotARecipe("„steps“ muss eine Liste sein.", "\"steps\" must be a list.");
            case ("variables", JsonTokenType.StartObject) when _sawSteps:
                throw RecipeErrors.NotARecipe("„variables“ muss vor „steps“ stehen.", "\"variables\" must stand before \"steps\".");
            case ("variables", JsonTokenType.StartObject):
                _start = start;
                break;
            case ("variables", JsonTokenType.EndObject):
                _variables = Span(_start, end, "variables");
                break;
            case (_, JsonTokenType.String or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Number):
                TakeHeader(reader.TokenType == JsonTokenType.String ? reader.GetString()! : reader.TokenType == JsonTokenType.True ? "true" : "");
                break;
        }
    }

    private void TakeHeader(string value) => _header = _member switch
    {
        "name" => _header with { Name = value },
        "displayname" => _header with { DisplayName = value },
        "description" => _header with { Description = value },
        "author" => _header with { Author = value },
        "website" => _header with { Website = value },
        "version" => _header with { Version = value },
        "issetuprecipe" => _header with { IsSetupRecipe = bool.TryParse(value, out var setup) && setup },
        _ => _header,
    };

    private void TakeStep(ref Utf8JsonReader reader, long start, long end)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _start = start;
                _stepName = null;
                _stepMember = "";
                break;
            case JsonTokenType.EndObject:
                var number = _steps.Count + 1;
                if (string.IsNullOrWhiteSpace(_stepName))
                {
                    throw RecipeErrors.NotARecipe($"Schritt {number} hat keinen Namen („name“).", $"Step {number} has no \"name\".");
                }

                if (number > RecipeLimits.Steps)
                {
                    throw RecipeErrors.NotARecipe($"Es hat mehr als {RecipeLimits.Steps} Schritte.", $"It has more than {RecipeLimits.Steps} steps.");
                }

                _steps.Add(new ScannedStep(_stepName.Trim(), Span(_start, end, _stepName)));
                break;
            default:
                throw RecipeErrors.NotARecipe($"Schritt {_steps.Count + 1} ist kein Objekt.", $"Step {_steps.Count + 1} is not an object.");
        }
    }

    private static ByteSpan Span(long start, long end, string what) => end - start <= RecipeLimits.StepBytes
        ? new ByteSpan(start, (int)(end - start))
        : throw RecipeErrors.NotARecipe(
            $"„{what}“ ist mit {end - start} Byte zu groß; erlaubt sind {RecipeLimits.StepBytes}. Bitte auf mehrere Schritte verteilen.",
            $"\"{what}\" is too large: {end - start} bytes, {RecipeLimits.StepBytes} are allowed. Split it into several steps.");

    /// <summary>The reader's own sentence, without the position that is said already.</summary>
    private static string Plain(JsonException e) => e.Message.Split(" LineNumber:")[0];
}
