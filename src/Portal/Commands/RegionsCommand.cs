using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal;

/// <summary><c>regions import FILE</c>: replaces figures of the register with better ones from a file of the Statistisches Bundesamt.</summary>
internal static class RegionsCommand
{
    private const string Usage = "regions import DATEI   (GV100AD, AuszugGV oder die Alterstabelle 12411-0018, wie das Statistische Bundesamt sie veröffentlicht; auch .gz und .zip)";
    private const int ErrorsShown = 50;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, CancellationToken ct)
    {
        if (args is not ["import", var file])
        {
            return await CommandLine.ExplainAsync(Usage);
        }

        var line = new ProgressLine(services.GetRequiredService<TimeProvider>());
        RegionImportResult result;
        try
        {
            result = await services.GetRequiredService<RegionImporter>().ImportAsync(file, new LineProgress(line), ct);
        }
        finally
        {
            line.End();
        }

        switch (result)
        {
            case RegionImportResult.Imported imported:
                await Console.Out.WriteLineAsync(imported.Summary.De);
                return CommandLine.Done;
            case RegionImportResult.AgesImported ages:
                await Console.Out.WriteLineAsync(ages.Summary.De);
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
