using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal;

/// <summary>
/// <c>regions import FILE</c>: replaces figures of the register with better ones from a file of the Statistisches Bundesamt;
/// <c>regions import-outlines FILE</c>: draws the maps with official outlines.
/// </summary>
internal static class RegionsCommand
{
    private const string Usage = """
        regions import DATEI   (GV100AD, AuszugGV oder die Alterstabelle 12411-0018, wie das Statistische Bundesamt sie veröffentlicht; auch .gz und .zip)
               regions import-outlines DATEI [--source "QUELLENVERMERK"]   (Umrisse der Kreise oder Länder als TopoJSON oder GeoJSON, Koordinaten in Grad)
        """;
    private const int ErrorsShown = 50;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, CancellationToken ct)
    {
        switch (args)
        {
            case ["import", var file]:
                return await SayAsync(await ImportAsync(file, services, ct));
            case ["import-outlines", var file] when !file.StartsWith("--", StringComparison.Ordinal):
                return await SayAsync(await services.GetRequiredService<OutlineImporter>().ImportAsync(file, null, ct));
            case ["import-outlines", var file, "--source", var source]:
                return await SayAsync(await services.GetRequiredService<OutlineImporter>().ImportAsync(file, source, ct));
            default:
                return await CommandLine.ExplainAsync(Usage);
        }
    }

    private static async Task<RegionImportResult> ImportAsync(string file, IServiceProvider services, CancellationToken ct)
    {
        var line = new ProgressLine(services.GetRequiredService<TimeProvider>());
        try
        {
            return await services.GetRequiredService<RegionImporter>().ImportAsync(file, new LineProgress(line), ct);
        }
        finally
        {
            line.End();
        }
    }

    private static async Task<int> SayAsync(RegionImportResult result)
    {
        switch (result)
        {
            case RegionImportResult.Imported imported:
                await Console.Out.WriteLineAsync(imported.Summary.De);
                return CommandLine.Done;
            case RegionImportResult.AgesImported ages:
                await Console.Out.WriteLineAsync(ages.Summary.De);
                return CommandLine.Done;
            case RegionImportResult.OutlinesImported outlines:
                await Console.Out.WriteLineAsync(outlines.Summary.De);
                return CommandLine.Done;
            case RegionImportResult.Rejected rejected:
                foreach (var error in rejected.Errors.Take(ErrorsShown))
                {
                    await Console.Error.WriteLineAsync(error.Message.De);
                }

                if (rejected.Errors.Count > ErrorsShown)
                {
                    await Console.Error.WriteLineAsync($"… und {rejected.Errors.Count - ErrorsShown} weitere Fehler.");
                }

                await Console.Error.WriteLineAsync("Nichts wurde geändert.");
                return CommandLine.Failed;
            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    private sealed class LineProgress(ProgressLine line) : IProgress<int>
    {
        public void Report(int value) => line.Show($"{value} Zeilen gelesen");
    }
}
