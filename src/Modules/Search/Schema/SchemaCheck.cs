namespace Zukunftswerkstatt.Search;

/// <summary>Finds all mistakes of a schema at once, each as a sentence that names the field.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Errors(SearchSchema schema, Func<string, bool> sourceExists)
    {
        var errors = new List<string>();
        Twice("mode", schema.Modes.Select(m => m.Name));
        Twice("text", schema.Texts.Select(t => t.Name));
        Twice("facet", schema.Facets.Select(f => f.Name));
        Twice("suggestion group", schema.SuggestionGroups);
        Twice("number", schema.Numbers.Select(n => n.Name));

        foreach (var text in schema.Texts)
        {
            if (text.Boost is not (>= 0.1 and <= 10))
            {
                errors.Add($"Search text '{text.Name}': boost must lie between 0.1 and 10.");
            }

            Sources("text", text.Name, text.Sources);
        }

        foreach (var facet in schema.Facets)
        {
            if (facet.Shape == FacetShape.Prefix && (facet.Levels.Count == 0 || facet.Levels.Zip(facet.Levels.Skip(1)).Any(p => p.First >= p.Second)))
            {
                errors.Add($"Search facet '{facet.Name}': prefix lengths must ascend.");
            }

            Sources("facet", facet.Name, facet.Sources);
        }

        foreach (var number in schema.Numbers)
        {
            Sources("number", number.Name, number.Sources);
        }

        return errors;

        void Twice(string what, IEnumerable<string> names) =>
            errors.AddRange(names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => $"Search {what} '{g.Key}' is declared {g.Count()} times."));

        void Sources(string what, string name, IEnumerable<string> sources) =>
            errors.AddRange(sources.Where(s => !sourceExists(s))
                .Select(s => $"Search {what} '{name}' is made of '{s}', which the content definitions do not have."));
    }
}
