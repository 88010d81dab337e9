using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace Zukunftswerkstatt.Content;

/// <summary>Makes JSON readable in Liquid as plain data: objects by member, arrays, texts, numbers and booleans.</summary>
public static class LiquidJson
{
    /// <summary>Adds the conversion to options that are not yet in use.</summary>
    public static void AddJson(this TemplateOptions options)
    {
        options.MemberAccessStrategy.Register<JsonElement, object?>((json, name) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null);
        options.ValueConverters.Add(value => value is JsonElement json
            ? json.ValueKind switch
            {
                JsonValueKind.Array => json.EnumerateArray().Cast<object>().ToList(),
                JsonValueKind.String => StringValue.Create(json.GetString() ?? ""),
                JsonValueKind.Number => json.TryGetDecimal(out var number) ? NumberValue.Create(number) : StringValue.Create(json.GetRawText()),
                JsonValueKind.True => BooleanValue.True,
                JsonValueKind.False => BooleanValue.False,
                JsonValueKind.Null or JsonValueKind.Undefined => NilValue.Instance,
                _ => null,
            }
            : null);
    }
}
