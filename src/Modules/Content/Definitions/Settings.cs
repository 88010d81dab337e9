using System.Collections.Concurrent;
using System.Text.Json;

namespace Zukunftswerkstatt.Content;

/// <summary>The settings of a type, part or field: kept verbatim, unknown keys included; read as records when asked.</summary>
public sealed class Settings(JsonElement json)
{
    private static readonly JsonElement _empty = JsonSerializer.SerializeToElement(new { });
    private readonly ConcurrentDictionary<Type, object> _typed = new();

    /// <summary>No settings.</summary>
    public static Settings None { get; } = new(_empty);

    /// <summary>The settings object as it was written.</summary>
    public JsonElement Json { get; } = json.ValueKind == JsonValueKind.Object ? json : _empty;

    /// <summary>
    /// The member named like the record (<c>TextFieldSettings</c>, …), or the record's defaults when it is missing or unreadable:
    /// a setting nobody can read must not keep content from being edited.
    /// </summary>
    public T Get<T>() where T : class, new() => (T)_typed.GetOrAdd(typeof(T), static (type, json) =>
    {
        if (json.Member(type.Name) is not { ValueKind: JsonValueKind.Object } member)
        {
            return new T();
        }

        try
        {
            return member.Deserialize<T>(TolerantJson.Serializer) ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }, Json);
}
