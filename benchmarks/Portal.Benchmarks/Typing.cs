using System.Diagnostics;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>Somebody types names letter by letter, rightly and wrongly, and gets suggestions for each.</summary>
internal static class Typing
{
    private const int Names = 60;
    private const int Rounds = 3;

    /// <summary>Checks what is suggested, then measures; milliseconds. „Undisturbed“ is the 99th percentile of each text's fastest round.</summary>
    public static async Task<(double Median, double P99, double Undisturbed, int Count)> MeasureAsync(string data)
    {
        await using var app = await InProcess.StartAsync(data);
        var suggestions = app.Services.GetRequiredService<Suggestions>();
        var content = app.Services.GetRequiredService<IContentReader>();
        var register = app.Services.GetRequiredService<IRegionRegister>().Current;
        var random = new Random(1);

        var titles = (await content.ListAsync(new ListQuery("Initiative", "de", Limit: 2_000), CancellationToken.None)).Select(i => i.DisplayText).ToArray();
        random.Shuffle(titles);
        var towns = register.ByLevel(RegionLevel.Gemeinde).Where(r => r is { GoneSince: null, Population: not null } && r.CanonicalAgs == r.Ags).ToArray();
        random.Shuffle(towns);
        string[] names = [.. titles.Take(Names), .. towns.Take(Names).Select(t => t.Name), .. Enum.GetValues<RegionLevel>().SelectMany(level => register.ByLevel(level).Take(5)).Select(r => r.Name)];

        // 1. A name that is typed to its end is suggested first, and with a slip of the pen as well.
        foreach (var title in titles.Take(Names))
        {
            await CheckAsync(title, set => set.Initiatives.Any(i => i.Title == title));
        }

        foreach (var town in towns.Take(Names))
        {
            await CheckAsync(town.Name, set => set.Regions.Any(r => r.Name == town.Name));
        }

        await CheckAsync("Burgstedt", set => set.Regions.Any(r => r.Name == "Burgstädt"));

        // 2. Every beginning of every name, as typed and with two neighbours exchanged.
        var typed = names.SelectMany(name => Enumerable.Range(2, Math.Max(0, Math.Min(name.Length, 30) - 1)).Select(length => name[..length]))
            .SelectMany(text => text.Length < 5 ? (string[])[text] : [text, $"{text[..2]}{text[3]}{text[2]}{text[4..]}"]).ToArray();
        var times = new List<double>(typed.Length * Rounds);
        var fastest = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round <= Rounds; round++)
        {
            random.Shuffle(typed);
            foreach (var text in typed)
            {
                var start = Stopwatch.GetTimestamp();
                await suggestions.FindAsync(text, "de", CancellationToken.None);
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    fastest[text] = Math.Min(times[^1], fastest.GetValueOrDefault(text, double.MaxValue));
                }
            }
        }

        await app.StopAsync();
        times.Sort();
        return (times[times.Count / 2], P99(times), P99([.. fastest.Values.Order()]), typed.Length);

        static double P99(List<double> sorted) => sorted[(int)Math.Ceiling(sorted.Count * 0.99) - 1];

        async Task CheckAsync(string text, Func<SuggestionSet, bool> right)
        {
            if (!right(await suggestions.FindAsync(text, "de", CancellationToken.None)))
            {
                throw new InvalidOperationException($"\"{text}\" is not suggested when it is typed.");
            }
        }
    }
}
