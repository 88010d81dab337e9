using System.Globalization;
using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>The features of a file and everything that is wrong with them. Both formats hand over a feature's key and its rings; the rules are here.</summary>
internal sealed class OutlineContent
{
    /// <summary>After so many errors reading stops.</summary>
    public const int ErrorLimit = 50;

    /// <summary>Most points of a file, those of shared lines once for every use.</summary>
    public const int MostPoints = 1_000_000;

    private const int MostFeatures = 5_000;

    private static readonly string[] _keyNames = ["ags", "ars", "rs"];

    private readonly List<RegionImportError> _errors = [];
    private readonly Dictionary<string, (OutlineFeature Feature, string Where)> _features = new(StringComparer.Ordinal);
    private int _points;
    private int _read;

    public IReadOnlyList<RegionImportError> Errors => _errors;

    public IReadOnlyList<OutlineFeature> Features => [.. _features.Values.Select(entry => entry.Feature)];

    /// <summary>Attribution that the file itself gives.</summary>
    public string? Source { get; private set; }

    /// <summary>Areas left out because they are water (BKG marks them with GF other than 4).</summary>
    public int Water { get; private set; }

    public int Points => _points;

    public bool IsFull => _errors.Count >= ErrorLimit || _points > MostPoints || _read > MostFeatures;

    public void Fail(string? where, LocalizedText message)
    {
        if (_errors.Count < ErrorLimit)
        {
            _errors.Add(new(null, where is null ? message : OutlineMessages.At(where, message)));
        }
    }

    public void TakeSource(JsonElement root)
    {
        foreach (var name in (string[])["source", "attribution", "copyright"])
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            {
                Source ??= text;
            }
        }
    }

    /// <summary>Whether so many more points may be read; says so once when not.</summary>
    public bool Count(int points)
    {
        var before = _points;
        _points = (int)Math.Min(int.MaxValue, (long)_points + points);
        if (_points > MostPoints && before <= MostPoints)
        {
            Fail(null, OutlineMessages.TooManyPoints(MostPoints));
        }

        return _points <= MostPoints;
    }

    /// <summary>A position within Germany on the grid; null when it is none, after saying why.</summary>
    public GridPoint? Point(string where, double east, double north)
    {
        if (east is > 5 and < 16 && north is > 46.5 and < 56)
        {
            return GridPoint.Of(north, east);
        }

        Fail(where, east switch
        {
            > 46.5 and < 56 when north is > 5 and < 16 => OutlineMessages.Swapped(east, north),
            < -180 or > 180 => OutlineMessages.Projected(east, north),
            _ when north is < -90 or > 90 => OutlineMessages.Projected(east, north),
            _ => OutlineMessages.OutsideGermany(east, north),
        });
        return null;
    }

    /// <summary>Checks a feature and keeps it.</summary>
    /// <param name="where">Which of the file's features it is.</param>
    /// <param name="feature">The object with <c>properties</c> and <c>id</c>.</param>
    /// <param name="polygons">Reads its polygons, the first ring of each the outer one; null when that failed and was said.</param>
    public void Add(string where, JsonElement feature, Func<string, IReadOnlyList<IReadOnlyList<GridPoint[]>>?> polygons)
    {
        if (++_read > MostFeatures)
        {
            Fail(null, OutlineMessages.TooManyFeatures(MostFeatures));
            return;
        }

        var properties = feature.TryGetProperty("properties", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        if (Property(properties, "gf") is { } kind && Text(kind) is { } code && code != "4")
        {
            Water++;
            return;
        }

        if (Key(where, feature, properties) is not { } ags)
        {
            return;
        }

        where = Property(properties, "name") is { ValueKind: JsonValueKind.String } name ? $"{where} ({ags} {name.GetString()})" : $"{where} ({ags})";
        if (_features.TryGetValue(ags, out var other))
        {
            Fail(where, OutlineMessages.Duplicate(other.Where));
            return;
        }

        if (polygons(where) is not { } read)
        {
            return;
        }

        var rings = read.SelectMany(polygon => polygon.Select((ring, i) => Turned(Rings.Clean(ring), outer: i == 0))).Where(ring => ring.Length > 0).ToList();
        if (!rings.Any(ring => Rings.DoubleArea(ring) > 0))
        {
            Fail(where, OutlineMessages.NoArea);
            return;
        }

        _features.Add(ags, (new OutlineFeature(ags, rings), where));
    }

    private static GridPoint[] Turned(GridPoint[] ring, bool outer)
    {
        var area = Rings.DoubleArea(ring);
        if (area == 0)
        {
            return [];
        }

        if (area > 0 != outer)
        {
            Array.Reverse(ring);
        }

        return ring;
    }

    private string? Key(string where, JsonElement feature, JsonElement properties)
    {
        var found = _keyNames.Select(name => Property(properties, name)).FirstOrDefault(value => value is not null)
            ?? (feature.TryGetProperty("id", out var id) ? id : null);
        if (found is not { } value)
        {
            var present = properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().Take(8).Select(property => property.Name) : [];
            Fail(where, OutlineMessages.NoKey(string.Join(", ", present)));
            return null;
        }

        var text = Text(value) ?? "";

        // A number has lost its leading zero.
        var ags = value.ValueKind == JsonValueKind.Number && text.Length is 1 or 4 ? "0" + text : text;
        switch (ags)
        {
            case { Length: 8 } when ags.All(char.IsAsciiDigit):
                Fail(where, OutlineMessages.Municipality(ags));
                return null;
            case { Length: 2 or 5 } when ags.All(char.IsAsciiDigit) && int.Parse(ags.AsSpan(0, 2), CultureInfo.InvariantCulture) is >= 1 and <= 16:
                return ags;
            default:
                Fail(where, OutlineMessages.BadKey(text));
                return null;
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static JsonElement? Property(JsonElement properties, string name)
    {
        if (properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
                {
                    return property.Value;
                }
            }
        }

        return null;
    }
}
