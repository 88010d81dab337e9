using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>What imports say about a region: lies over the delivered row of the same key, or stands for one that was not delivered.</summary>
internal sealed class RegionRow
{
    public required string Ags { get; set; }
    public required RegionLevel Level { get; set; }
    public required string Name { get; set; }
    public required string FullName { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public bool Unincorporated { get; set; }

    /// <summary>Gebietsstand of the newest directory that lists it; <c>null</c> when no imported one did.</summary>
    public DateOnly? ListedOn { get; set; }

    public DateOnly? GoneSince { get; set; }
}

/// <summary>An imported figure. The newest of an indicator is shown; changes are computed from it and the older ones.</summary>
internal sealed class RegionFigureRow
{
    public required string Ags { get; set; }
    public required string Indicator { get; set; }
    public int Year { get; set; }
    public decimal Value { get; set; }
    public required string Source { get; set; }
    public required string Licence { get; set; }

    public static RegionFigureRow Of(string ags, RegionFigure figure) => new()
    {
        Ags = ags,
        Indicator = figure.Indicator,
        Year = figure.Year,
        Value = figure.Value,
        Source = figure.Source,
        Licence = figure.Licence,
    };

    public RegionFigure ToFigure() => new(Indicator, Year, Value, Source, Licence);
}

/// <summary>An imported outline.</summary>
internal sealed class OutlineRow
{
    /// <summary>Two or five digits.</summary>
    public required string Ags { get; set; }

    /// <summary>Closed rings as <see cref="Rings.Write"/> makes them.</summary>
    public required string Path { get; set; }

    /// <summary>Who must be named below a map.</summary>
    public required string Source { get; set; }
}

internal sealed class RegionTables : ITables
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<RegionRow>(region =>
        {
            region.ToTable("Regions");
            region.HasKey(r => r.Ags);
            region.Property(r => r.Ags).HasMaxLength(8);
            region.Property(r => r.Level).HasConversion<string>().HasMaxLength(16);
            region.Property(r => r.Name).HasMaxLength(255);
            region.Property(r => r.FullName).HasMaxLength(255);
        });
        model.Entity<RegionFigureRow>(figure =>
        {
            figure.ToTable("RegionFigures");
            figure.HasKey(f => new { f.Ags, f.Indicator, f.Year });
            figure.Property(f => f.Ags).HasMaxLength(8);
            figure.Property(f => f.Indicator).HasMaxLength(64);
            figure.Property(f => f.Value).HasPrecision(20, 4);
            figure.Property(f => f.Source).HasMaxLength(255);
            figure.Property(f => f.Licence).HasMaxLength(255);
        });
        model.Entity<OutlineRow>(outline =>
        {
            outline.ToTable("RegionOutlines");
            outline.HasKey(o => o.Ags);
            outline.Property(o => o.Ags).HasMaxLength(5);
            outline.Property(o => o.Source).HasMaxLength(OutlineImporter.LongestSource);
        });
    }
}
