using System.IO.Compression;
using System.Net;
using System.Text;
using Acornima;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Runs the scripts of <c>[js: …]</c>: no CLR, no eval, and <see cref="RecipeLimits"/> for statements, time, memory and recursion.
/// Every script gets an engine of its own, so that none can leave something behind for the next.
/// </summary>
internal sealed class RecipeScript(
    Func<string, string> variables, IReadOnlyDictionary<string, string> parameters, RecipeSettings settings)
{
    /// <summary>The result as text: <c>null</c> and <c>undefined</c> are empty.</summary>
    /// <exception cref="RecipeException">The script fails or exceeds a limit.</exception>
    public string Run(string script, CancellationToken ct)
    {
        if (script.Length > RecipeLimits.ScriptCharacters)
        {
            throw Failed(script, $"länger als {RecipeLimits.ScriptCharacters} Zeichen", $"longer than {RecipeLimits.ScriptCharacters} characters");
        }

        try
        {
            using var engine = CreateEngine(ct);
            var result = engine.Evaluate(script);
            return result.IsNull() || result.IsUndefined() ? "" : Text(engine, result);
        }
        catch (Exception e) when (e is JintException or ParseErrorException or TimeoutException or InvalidOperationException or ArgumentException or FormatException or InvalidDataException)
        {
            throw Failed(script, e.Message, e.Message, e);
        }
        catch (InsufficientExecutionStackException e)
        {
            throw Failed(script, "zu tief verschachtelt", "nested too deeply", e);
        }
    }

    private static string Text(Engine engine, JsValue result)
    {
        var text = TypeConverter.ToString(result);
        engine.Constraints.Check();
        return text;
    }

    private Engine CreateEngine(CancellationToken ct)
    {
        var engine = new Engine(options =>
        {
            options.MaxStatements(RecipeLimits.ScriptStatements);
            options.LimitMemory(RecipeLimits.ScriptBytes);
            options.TimeoutInterval(RecipeLimits.ScriptTime);
            options.LimitRecursion(RecipeLimits.ScriptRecursion);
            options.CancellationToken(ct);
            options.DisableStringCompilation();
            options.Constraints.MaxArraySize = 100_000;
            options.Constraints.RegexTimeout = TimeSpan.FromMilliseconds(500);
            options.Constraints.MaxExecutionStackCount = 500;
        });
        engine.SetValue("uuid", new Func<string>(ContentIds.New));
        engine.SetValue("base64", new Func<string, string>(text => Encoding.UTF8.GetString(Convert.FromBase64String(text ?? ""))));
        engine.SetValue("html", new Func<string, string?>(WebUtility.HtmlDecode));
        engine.SetValue("gzip", new Func<string, string>(Unzip));
        engine.SetValue("variables", variables);
        engine.SetValue("parameters", new Func<string, string>(name => parameters.GetValueOrDefault(name ?? "") ?? ""));
        engine.SetValue("configuration", new Func<string, JsValue?, JsValue>(Configuration));
        engine.SetValue("getUrlPrefix", new Func<JsValue?, string>(path => path is JsString text ? "/" + text.ToString().TrimStart('/') : ""));
        engine.SetValue("createWorkflowToken", new Func<JsValue?, JsValue?, JsValue?, string>((_, _, _) => ContentIds.New()));
        engine.SetValue("log", new Action<JsValue?, JsValue?, JsValue?>((_, _, _) => { }));
        return engine;
    }

    private JsValue Configuration(string key, JsValue? fallback) =>
        settings.Read(key ?? "", fallback is null || fallback.IsUndefined() ? null : TypeConverter.ToString(fallback)) ?? JsValue.Null;

    private static string Unzip(string text)
    {
        // In: base64 of gzip; out: base64. The result is bounded, as a small archive can unfold to gigabytes.
        using var zipped = new GZipStream(new MemoryStream(Convert.FromBase64String(text ?? "")), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var buffer = new byte[1 << 14];
        int read;
        while ((read = zipped.Read(buffer)) > 0)
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > RecipeLimits.TextBytes / 2)
            {
                throw new InvalidOperationException("gzip: too large");
            }
        }

        return Convert.ToBase64String(plain.GetBuffer(), 0, (int)plain.Length);
    }

    private static RecipeException Failed(string script, string de, string en, Exception? inner = null)
    {
        var shown = script.Length > 80 ? script[..80] + "…" : script;
        return new RecipeException(new LocalizedText($"Das Skript „{shown}“ scheitert: {de}", $"The script \"{shown}\" fails: {en}"), null, inner);
    }
}
