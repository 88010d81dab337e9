using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Evaluates the expressions of one run of a recipe: a text value <c>[prefix: …]</c> whose prefix is letters only.
/// Known prefixes are <c>js</c>, <c>file</c>, <c>env</c>, <c>appsettings</c> and <c>localization</c>; of an unknown one only the brackets go.
/// The result is text, and is looked at again.
/// </summary>
internal sealed partial class RecipeExpressions
{
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly Dictionary<string, string> _values;
    private readonly HashSet<string> _evaluating = new(StringComparer.OrdinalIgnoreCase);
    private readonly RecipeFolder _folder;
    private readonly RecipeSettings _settings;
    private readonly RecipeScript _script;
    private CancellationToken _ct;

    /// <param name="variables">As written in the recipe.</param>
    /// <param name="values">Values that variables already have, from the part of the run before an interruption.</param>
    /// <param name="parameters">For <c>parameters(name)</c>.</param>
    /// <param name="folder">For <c>[file: …]</c>.</param>
    /// <param name="settings">For <c>[appsettings: …]</c> and <c>configuration(…)</c>.</param>
    public RecipeExpressions(
        IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string> parameters, RecipeFolder folder, RecipeSettings settings)
    {
        _variables = variables;
        _values = new Dictionary<string, string>(values, StringComparer.OrdinalIgnoreCase);
        _folder = folder;
        _settings = settings;
        _script = new RecipeScript(Variable, parameters, settings);
    }

    /// <summary>The values of the variables used so far: evaluated once, then kept.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The step with all its expressions replaced; names of members are left as they are.</summary>
    /// <exception cref="RecipeException">An expression fails; the text says which.</exception>
    public JsonDocument? Evaluate(JsonElement step, CancellationToken ct)
    {
        _ct = ct;
        if (!MayHaveExpressions(step))
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ContentItemJson.Readable))
        {
            Write(writer, step);
        }

        return JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), TolerantJson.Document);
    }

    /// <summary>The text with its expression replaced.</summary>
    public string Evaluate(string text, CancellationToken ct)
    {
        _ct = ct;
        return Evaluate(text);
    }

    private static bool MayHaveExpressions(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(member => MayHaveExpressions(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(MayHaveExpressions),
        JsonValueKind.String => MayBeExpression(json),
        _ => false,
    };

    private static bool MayBeExpression(JsonElement text)
    {
        // Looks at the raw bytes, quotes included: most texts of a large recipe are no expressions and need not be decoded.
        var raw = JsonMarshal.GetRawUtf8Value(text);
        return raw.Length >= 4 && raw[1] is (byte)'[' or (byte)'\\' && raw[^2] is (byte)']' or (byte)'d' or (byte)'D';
    }

    private void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in json.EnumerateArray())
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when MayBeExpression(json):
                writer.WriteStringValue(Evaluate(json.GetString()!));
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private string Evaluate(string text)
    {
        for (var round = 0; Expression().Match(text) is { Success: true } match; round++)
        {
            if (round == RecipeLimits.ExpressionRounds)
            {
                throw new RecipeException(new(
                    $"Ein Ausdruck ergibt nach {round} Durchgängen immer noch einen Ausdruck.", $"An expression is still an expression after {round} rounds."));
            }

            var body = match.Groups["body"].Value;
            text = match.Groups["prefix"].Value switch
            {
                "js" => _script.Run(body, _ct),
                "file" => ReadFile(body),
                "env" => RecipeSettings.ReadEnvironment(body.Trim()),
                "appsettings" => _settings.Read(body.Trim(), null) ?? "",
                "localization" => body.Trim(),
                _ => text[1..^1],
            };
        }

        return text;
    }

    private string Variable(string name)
    {
        if (_values.TryGetValue(name ?? "", out var value))
        {
            return value;
        }

        if (name is null || !_variables.TryGetValue(name, out var expression))
        {
            throw new RecipeException(new(
                $"Die Variable „{name}“ wird benutzt, ist im Rezept aber nicht definiert.",
                $"The variable '{name}' was used in the recipe but not defined. Make sure you add the '{name}' variable in the 'variables' section of the recipe."), name);
        }

        if (!_evaluating.Add(name))
        {
            throw new RecipeException(new($"Die Variable „{name}“ hängt von sich selbst ab.", $"The variable '{name}' depends on itself."), name);
        }

        try
        {
            return _values[name] = Evaluate(expression);
        }
        finally
        {
            _evaluating.Remove(name);
        }
    }

    private string ReadFile(string body)
    {
        var call = FileCall().Match(body);
        if (!call.Success)
        {
            throw new RecipeException(new(
                $"„[file:{body}]“ ist unverständlich; möglich sind text('Pfad') und base64('Pfad').",
                $"\"[file:{body}]\" is not understood; use text('path') or base64('path')."));
        }

        var path = call.Groups["path"].Value;
        return call.Groups["call"].Value == "text"
            ? _folder.ReadTextAsync(path, _ct).GetAwaiter().GetResult()
            : Convert.ToBase64String(_folder.ReadAsync(path, RecipeLimits.TextBytes / 4 * 3, _ct).GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"\A\[(?<prefix>\p{L}+):(?<body>.*)\]\z", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\A\s*(?<call>text|base64)\(\s*(?<quote>['""])(?<path>[^'""]+)\k<quote>\s*\)\s*;?\s*\z")]
    private static partial Regex FileCall();
}
