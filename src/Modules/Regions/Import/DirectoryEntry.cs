namespace Zukunftswerkstatt.Regions;

/// <summary>One region as a Gemeindeverzeichnis lists it.</summary>
internal sealed record DirectoryEntry
{
    public required string Ags { get; init; }
    public required RegionLevel Level { get; init; }

    /// <summary>As published: „Burgstädt, Stadt“.</summary>
    public required string OfficialName { get; init; }

    /// <summary>Textkennzeichen, two digits; empty for a Land.</summary>
    public string Kind { get; init; } = "";

    public int Line { get; init; }
    public decimal? SquareKilometres { get; init; }
    public decimal? Inhabitants { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    public bool Unincorporated => Kind is "65" or "66";
}
