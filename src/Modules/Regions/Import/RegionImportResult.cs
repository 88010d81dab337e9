using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>The outcome of an import: all of the file, or nothing of it.</summary>
public abstract record RegionImportResult
{
    private RegionImportResult()
    {
    }

    /// <summary>The file was read whole and is stored.</summary>
    public sealed record Imported(RegionImportCounts Counts) : RegionImportResult
    {
        /// <summary>What changed, in a few sentences.</summary>
        public LocalizedText Summary => ImportMessages.Summary(Counts);
    }

    /// <summary>An age table was read whole and is stored.</summary>
    public sealed record AgesImported(AgeImportCounts Counts) : RegionImportResult
    {
        /// <summary>What changed, in a few sentences.</summary>
        public LocalizedText Summary => ImportMessages.Summary(Counts);
    }

    /// <summary>Outlines were read whole and are stored.</summary>
    public sealed record OutlinesImported(OutlineImportCounts Counts) : RegionImportResult
    {
        /// <summary>What changed, in a few sentences.</summary>
        public LocalizedText Summary => OutlineMessages.Summary(Counts);
    }

    /// <summary>Nothing was changed, for these reasons in the order of the lines; at most <see cref="RegionImporter.ErrorLimit"/>.</summary>
    public sealed record Rejected(IReadOnlyList<RegionImportError> Errors) : RegionImportResult;
}

/// <summary>A reason to reject a file.</summary>
/// <param name="Line">Line number from 1; <c>null</c> when the file as a whole is meant.</param>
/// <param name="Message">Names the line, what was found and what was expected.</param>
public sealed record RegionImportError(int? Line, LocalizedText Message);

/// <summary>What an import did.</summary>
/// <param name="Format">Name of the recognised format: <c>GV100AD</c> or <c>AuszugGV</c>.</param>
/// <param name="AsOf">Gebietsstand of the file.</param>
/// <param name="FigureYear">Year whose end the figures describe.</param>
/// <param name="Municipalities">Municipalities in the file, areas outside municipalities included.</param>
/// <param name="Added">Regions the register did not have.</param>
/// <param name="FiguresAdded">Figures where there was none.</param>
/// <param name="FiguresReplaced">Figures that were worse: older, or not official.</param>
/// <param name="FiguresKept">Figures of the file that were not better than what is there.</param>
/// <param name="FiguresEarlier">Of those, older ones that are stored to compute changes from.</param>
/// <param name="NamesChanged">Regions whose name or official name changed.</param>
/// <param name="PointsAdded">Regions that had no coordinates.</param>
/// <param name="Gone">Regions marked as no longer existing.</param>
/// <param name="Skipped">Entries of the file left out: areas without a Kreis, and municipalities that a newer directory no longer lists.</param>
public sealed record RegionImportCounts(
    string Format, DateOnly AsOf, int FigureYear, int Municipalities, int Added, int FiguresAdded, int FiguresReplaced, int FiguresKept,
    int FiguresEarlier, int NamesChanged, int PointsAdded, int Gone, int Skipped)
{
    /// <summary>Whether the register changed at all.</summary>
    public bool Changed => Added + FiguresAdded + FiguresReplaced + FiguresEarlier + NamesChanged + PointsAdded + Gone > 0;
}

/// <summary>What the import of an age table did.</summary>
/// <param name="AsOf">Day of the numbers taken, the newest of the table.</param>
/// <param name="Kreise">Kreise with numbers on that day.</param>
/// <param name="Added">New figures, sums for Länder and federation included.</param>
/// <param name="Changed">Figures of that year that were there with another value or source.</param>
/// <param name="Unknown">Kreise of the table that the register does not have.</param>
public sealed record AgeImportCounts(DateOnly AsOf, int Kreise, int Added, int Changed, int Unknown);

/// <summary>What an import of outlines did.</summary>
/// <param name="Kreise">Outlines of Kreise in the file.</param>
/// <param name="Lands">Outlines of Länder in the file.</param>
/// <param name="Points">Points read; those of shared lines once for every use.</param>
/// <param name="Kept">Points kept.</param>
/// <param name="Water">Areas left out because they are water.</param>
/// <param name="Unknown">Keys that the register does not have.</param>
/// <param name="Changed">Whether anything is now different.</param>
public sealed record OutlineImportCounts(int Kreise, int Lands, int Points, int Kept, int Water, IReadOnlyList<string> Unknown, bool Changed);
