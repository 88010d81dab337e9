using System.Globalization;
using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>
/// Weights as the address carries them: <c>?w.population=2&amp;w.type=0</c>. What cannot be read counts once, and a sentence says so;
/// nothing in an address is an exception.
/// </summary>
internal sealed record Weights(SimilarityWeights Values, IReadOnlyList<string> Problems)
{
    private const string Prefix = "w.";
    private const int MostProblems = 8;

    public static Weights Parse(IQueryCollection query, Language language)
    {
        var values = SimilarityWeights.Equal;
        var problems = new List<string>();
        foreach (var (name, given) in query.Where(parameter => parameter.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var position = Position(name[Prefix.Length..]);
            var (weight, problem) = (position, given.Count) switch
            {
                (< 0, _) => (null, language.Pick($"Ein Gewicht „{Shorten(name)}“ gibt es nicht.", $"There is no weight “{Shorten(name)}”.")),
                (_, > 1) => (null, language.Pick($"Das Gewicht „{Shorten(name)}“ steht mehrfach in der Adresse.", $"The weight “{Shorten(name)}” occurs more than once in the address.")),
                _ => Read(name, given.ToString(), language),
            };
            if (weight is { } value)
            {
                values = values.With(position, value);
            }
            else if (problem is not null && problems.Count < MostProblems)
            {
                problems.Add(problem);
            }
        }

        if (values.IsZero)
        {
            problems.Add(language.Pick("Alle Gewichte sind 0; dann gibt es nichts zu vergleichen.", "All weights are 0; there is nothing left to compare."));
            values = SimilarityWeights.Equal;
        }

        return new Weights(values, problems);
    }

    /// <summary>The address below a path: only what differs from once.</summary>
    public string Href(string path)
    {
        var changed = SimilarityIndicator.All.Select((indicator, i) => (indicator.Code, Weight: Values[i])).Where(entry => entry.Weight != 1)
            .Select(entry => $"{Name(entry.Code)}={Text(entry.Weight)}").ToList();
        return changed.Count == 0 ? path : $"{path}?{string.Join('&', changed)}";
    }

    public static string Name(string code) => Prefix + code;

    public static string Text(double weight) => weight.ToString("0.##", CultureInfo.InvariantCulture);

    private static (double? Weight, string? Problem) Read(string name, string text, Language language)
    {
        // An empty field of the form means: as usual.
        if (text.Length == 0)
        {
            return (null, null);
        }

        if (text.Length > 8 || !double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return (null, language.Pick($"„{Shorten(text)}“ ist kein Gewicht für „{name}“. Erlaubt sind Zahlen von 0 bis 5, zum Beispiel 2 oder 0.5.", $"“{Shorten(text)}” is no weight for “{name}”. Numbers from 0 to 5 are allowed, such as 2 or 0.5."));
        }

        return value is >= 0 and <= SimilarityWeights.Most
            ? (Math.Round(value, 2), null)
            : (null, language.Pick($"Das Gewicht {Shorten(text)} für „{name}“ liegt außerhalb von 0 bis 5.", $"The weight {Shorten(text)} for “{name}” is outside 0 to 5."));
    }

    private static int Position(string code)
    {
        for (var i = 0; i < SimilarityIndicator.All.Count; i++)
        {
            if (SimilarityIndicator.All[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
