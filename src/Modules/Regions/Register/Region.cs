namespace Zukunftswerkstatt.Regions;

/// <summary>A region of the register. Immutable; belongs to one <see cref="RegionSnapshot"/>.</summary>
public sealed record Region
{
    /// <summary>Amtlicher Gemeindeschlüssel: <c>00</c>, two, five or eight digits.</summary>
    public required string Ags { get; init; }

    public required RegionLevel Level { get; init; }

    /// <summary>The name alone: „Burgstädt“, „Dresden“; a Landkreis keeps its official prefix: „Landkreis Mittelsachsen“.</summary>
    public required string Name { get; init; }

    /// <summary>The official name where a source gives it („Burgstädt, Stadt“), else <see cref="Name"/>.</summary>
    public required string FullName { get; init; }

    /// <summary><c>null</c> for the federation only.</summary>
    public string? ParentAgs { get; init; }

    /// <summary>Degrees north (WGS 84) of a point where people live; <c>null</c> when no source has one.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84).</summary>
    public double? Longitude { get; init; }

    /// <summary>The best figure per indicator.</summary>
    public IReadOnlyList<RegionFigure> Figures { get; init; } = [];

    /// <summary>Older official figures of the same indicators, newest first; what changes are computed from.</summary>
    public IReadOnlyList<RegionFigure> Earlier { get; init; } = [];

    /// <summary>Code of <see cref="RegionSchemes.SizeClasses"/>; <c>null</c> for Landkreise, Länder and where the population is unknown.</summary>
    public string? SizeClass { get; init; }

    /// <summary>What the region itself is typed as. A municipality's Kreistyp is its Kreis's: see <see cref="RegionSnapshot.TypeOf"/>.</summary>
    public IReadOnlyList<Typification> Typifications { get; init; } = [];

    /// <summary>An area outside all municipalities (gemeindefreies Gebiet), usually forest without inhabitants.</summary>
    public bool Unincorporated { get; init; }

    /// <summary>Since when an official directory no longer lists the region; <c>null</c> while it exists.</summary>
    public DateOnly? GoneSince { get; init; }

    /// <summary>
    /// The key under which the same place is shown: a kreisfreie Stadt is Kreis and municipality at once (<c>14612000</c> → <c>14612</c>),
    /// Berlin and Hamburg are a Land besides (<c>11000000</c> → <c>11</c>). Otherwise <see cref="Ags"/>.
    /// </summary>
    public required string CanonicalAgs { get; init; }

    /// <summary>Key of the Land it lies in; <c>null</c> for the federation.</summary>
    public string? LandAgs => Level == RegionLevel.Bund ? null : Ags[..2];

    /// <summary>Key of the Kreis it lies in or is.</summary>
    public string? KreisAgs => Ags.Length >= 5 ? Ags[..5] : null;

    /// <summary>Inhabitants.</summary>
    public RegionFigure? Population => Figure(RegionIndicators.Population);

    /// <summary>Area in square kilometres.</summary>
    public RegionFigure? Area => Figure(RegionIndicators.Area);

    /// <summary>Inhabitants per square kilometre, from <see cref="Population"/> and <see cref="Area"/>.</summary>
    public decimal? Density => Population is { } people && Area is { Value: > 0 } area ? people.Value / area.Value : null;

    /// <summary>The best figure of an indicator.</summary>
    public RegionFigure? Figure(string indicator)
    {
        foreach (var figure in Figures)
        {
            if (figure.Indicator == indicator)
            {
                return figure;
            }
        }

        return null;
    }
}
