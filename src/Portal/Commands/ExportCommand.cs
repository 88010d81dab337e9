using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal;

/// <summary><c>export FILE [--all-versions]</c>: writes definitions and items as a recipe.</summary>
internal static class ExportCommand
{
    private const string Usage = "export DATEI [--all-versions]   (schreibt Inhaltstypen und Inhalte als Rezept)";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, CancellationToken ct)
    {
        var files = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
        var switches = args.Except(files).ToList();
        if (files.Count != 1 || switches.Exists(name => name != "--all-versions"))
        {
            return await CommandLine.ExplainAsync(Usage);
        }

        var line = new ProgressLine(services.GetRequiredService<TimeProvider>());
        try
        {
            var result = await services.GetRequiredService<RecipeExporter>().ExportAsync(files[0], switches.Count > 0, new LineProgress(line), ct);
            line.End();
            await Console.Out.WriteLineAsync(
                $"Fertig: {result.Types} Inhaltstypen und {result.Versions} Versionen in {files[0]}{(result.Samples > 0 ? $", davon {result.Samples} Beispielinhalte" : "")}.");
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            line.End();
            await Console.Error.WriteLineAsync($"Fehler: {files[0]} lässt sich nicht schreiben: {e.Message} Die Datei ist, wie sie war.");
            return CommandLine.Failed;
        }
        finally
        {
            line.End();
        }
    }

    private sealed class LineProgress(ProgressLine line) : IProgress<long>
    {
        public void Report(long value) => line.Show($"{value} Versionen");
    }
}
