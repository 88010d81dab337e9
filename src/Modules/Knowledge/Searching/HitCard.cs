using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>What a result row shows besides the marked texts; travels with the hit, so that a result page asks no database.</summary>
public sealed record HitCard
{
    /// <summary>Content type; <c>FactorEvidence</c> for a passage.</summary>
    public required string Type { get; init; }

    /// <summary>Plain title; a passage has its factor's.</summary>
    public required string Title { get; init; }

    /// <summary>Stored path, without leading slash; a passage has its initiative's.</summary>
    public required string Path { get; init; }

    /// <summary>Plain abstract or statement.</summary>
    public string? Summary { get; init; }

    /// <summary>Invented example.</summary>
    public bool Sample { get; init; }

    /// <summary>AGS of the places where it works, most important first.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Begin; for events in UTC.</summary>
    public DateTime? Start { get; init; }

    /// <summary>End.</summary>
    public DateTime? End { get; init; }

    /// <summary>day, month or year.</summary>
    public string? Precision { get; init; }

    /// <summary>Has no end yet.</summary>
    public bool Ongoing { get; init; }

    /// <summary>Evidence grade, 0 to 4.</summary>
    public int? Grade { get; init; }

    /// <summary>Effect of a passage.</summary>
    public string? Effect { get; init; }

    /// <summary>Slugs of the factors it says something about.</summary>
    public IReadOnlyList<string> Factors { get; init; } = [];

    /// <summary>Kind of a finding.</summary>
    public string? Kind { get; init; }

    /// <summary>Title of what it belongs to: a finding's workshop, a passage's initiative.</summary>
    public string? ParentTitle { get; init; }

    /// <summary>Path of what it belongs to.</summary>
    public string? ParentPath { get; init; }

    /// <summary>Title of what it belongs to in English, when that is translated and the hit itself is not.</summary>
    public string? ParentEnglishTitle { get; init; }

    /// <summary>Path of what it belongs to in English.</summary>
    public string? ParentEnglishPath { get; init; }

    /// <summary>Approval of a finding, in points.</summary>
    public int? Points { get; init; }

    /// <summary>Whether a finding was disputed.</summary>
    public bool Disputed { get; init; }

    /// <summary>Takes place online.</summary>
    public bool Online { get; init; }

    /// <summary>An event's town, as written.</summary>
    public string? City { get; init; }

    /// <summary>planned, cancelled or past.</summary>
    public string? Status { get; init; }

    /// <summary>The time of day is not known.</summary>
    public bool DateOnly { get; init; }

    /// <summary>Time zone of an event, e.g. <c>Europe/Berlin</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When it was published.</summary>
    public DateTime? PublishedUtc { get; init; }

    /// <summary>Reads the payload of a hit.</summary>
    public static HitCard Read(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize(payload.Span, HitCardJson.Default.HitCard)!;

    internal byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this, HitCardJson.Default.HitCard);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HitCard))]
internal sealed partial class HitCardJson : JsonSerializerContext;
