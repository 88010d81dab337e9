using System.Globalization;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Portal;

/// <summary><c>generate --initiatives N [--seed S]</c>: invented content for load tests, the same for the same seed.</summary>
internal static class GenerateCommand
{
    private const string Usage = "generate --initiatives ANZAHL [--seed ZAHL]   (erzeugt erfundene Inhalte für Lasttests; dieselbe Zahl, dieselben Inhalte)";

    // Titles are distinct up to here: pairs of places and nouns.
    private const int Most = 10_000_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, CancellationToken ct)
    {
        if (Read(args) is not { } options)
        {
            return await CommandLine.ExplainAsync(Usage);
        }

        var time = services.GetRequiredService<TimeProvider>();
        var start = time.GetTimestamp();
        var line = new ProgressLine(time);
        try
        {
            await services.GetRequiredService<SetUp>().RunAsync(ct);
            var written = await services.GetRequiredService<ContentGenerator>().RunAsync(
                options, new LineProgress(line, options, () => time.GetElapsedTime(start)), ct);
            line.End();
            var seconds = time.GetElapsedTime(start).TotalSeconds;
            await Console.Out.WriteLineAsync(
                $"Fertig: {written} Einträge zu {options.Initiatives} Initiativen geschrieben, {seconds:0.0} s, {written / seconds:0} Einträge in der Sekunde.");
            return CommandLine.Done;
        }
        catch (Exception e) when (e is StartupException or RecipeException)
        {
            line.End();
            await Console.Error.WriteLineAsync($"Fehler: {(e is StartupException startup ? startup.Text : ((RecipeException)e).Reason).De}");
            return CommandLine.Failed;
        }
        finally
        {
            line.End();
        }
    }

    private static GeneratorOptions? Read(IReadOnlyList<string> args)
    {
        int? initiatives = null;
        var seed = 1;
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !int.TryParse(args[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            switch (args[i])
            {
                case "--initiatives" when value is > 0 and <= Most:
                    initiatives = value;
                    break;
                case "--seed":
                    seed = value;
                    break;
                default:
                    return null;
            }
        }

        return initiatives is { } number ? new GeneratorOptions(number, seed) : null;
    }

    private sealed class LineProgress(ProgressLine line, GeneratorOptions options, Func<TimeSpan> elapsed) : IProgress<GeneratorProgress>
    {
        public void Report(GeneratorProgress value) => line.Show(
            $"{value.Initiatives} von {options.Initiatives} Initiativen, {value.Written / Math.Max(0.001, elapsed().TotalSeconds):0} Einträge in der Sekunde");
    }
}
