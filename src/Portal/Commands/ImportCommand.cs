using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal;

/// <summary><c>import FILE [--again]</c>: runs a recipe. Steps that are done are not repeated, unless asked for.</summary>
internal static class ImportCommand
{
    private const string Usage = "import DATEI [--again]   (führt ein Rezept aus; --again wiederholt auch Schritte, die schon erledigt sind)";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, CancellationToken ct)
    {
        var files = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
        var switches = args.Except(files).ToList();
        if (files.Count != 1 || switches.Exists(name => name != "--again"))
        {
            return await CommandLine.ExplainAsync(Usage);
        }

        var time = services.GetRequiredService<TimeProvider>();
        var start = time.GetTimestamp();
        var line = new ProgressLine(time);
        RecipeOutcome outcome;
        try
        {
            outcome = await services.GetRequiredService<RecipeRunner>().RunAsync(
                files[0], new RecipeOptions { Again = switches.Count > 0 }, new LineProgress(line), ct);
        }
        finally
        {
            line.End();
        }

        await ReportAsync(outcome, time.GetElapsedTime(start));
        return outcome is RecipeCompleted ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task ReportAsync(RecipeOutcome outcome, TimeSpan elapsed)
    {
        foreach (var step in outcome.Result.Steps)
        {
            var counts = string.Join(", ", step.Counts.Select(count => $"{count.Value} {Word(count.Key)}"));
            var state = step.State switch
            {
                StepState.Skipped => "übersprungen",
                StepState.DoneBefore => "schon erledigt",
                _ => "erledigt",
            };
            await Console.Out.WriteLineAsync($"{step.Number,4}  {step.Name}: {string.Join(" – ", new[] { state, counts, step.Note?.De }.Where(text => !string.IsNullOrEmpty(text)))}");
        }

        if (outcome is RecipeFailed failed)
        {
            await Console.Error.WriteLineAsync($"Fehler: {failed.Error.Text.De}");
            await Console.Error.WriteLineAsync(failed.Error.StepNumber == 0
                ? "Nichts wurde geändert."
                : "Von diesem Schritt wurde nichts übernommen; die Schritte davor bleiben erledigt. Nach dem Beheben denselben Aufruf wiederholen.");
            return;
        }

        var result = outcome.Result;
        var written = result.Total(StepCounts.Written);
        await Console.Out.WriteLineAsync(
            $"Fertig: {result.Name}, {written} geschrieben, {result.Total(StepCounts.Unchanged)} unverändert, " +
            $"{result.Steps.Count(step => step.State == StepState.Skipped)} Schritte übersprungen, {elapsed.TotalSeconds:0.0} s.");
        if (result.Steps.Count > 0 && result.Steps.All(step => step.State == StepState.DoneBefore))
        {
            await Console.Out.WriteLineAsync("Diese Datei wurde schon vollständig eingespielt; --again wiederholt sie.");
        }
    }

    private static string Word(string count) => count switch
    {
        StepCounts.Written => "geschrieben",
        StepCounts.Unchanged => "unverändert",
        StepCounts.Skipped => "ausgelassen",
        _ => count,
    };

    /// <summary>Reports at once, on the thread that works: <see cref="Progress{T}"/> would show steps out of order.</summary>
    private sealed class LineProgress(ProgressLine line) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value) => line.Show(
            $"{value.Recipe}: Schritt {value.Step} von {value.Steps} ({value.StepName}){(value.Of > 0 ? $", {value.Done} von {value.Of}" : "")}");
    }
}
