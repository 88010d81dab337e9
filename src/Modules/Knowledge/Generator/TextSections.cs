namespace Zukunftswerkstatt.Knowledge;

/// <summary>Reads the generator's text files: sections begin with a line <c># name</c>, every other line is an entry.</summary>
internal static class TextSections
{
    public static Dictionary<string, List<string>> Read(string file)
    {
        using var stream = typeof(TextSections).Assembly.GetManifestResourceStream($"Zukunftswerkstatt.Knowledge.Generator.{file}")
            ?? throw new InvalidOperationException($"The assembly lacks {file}.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                sections[line[2..]] = section = [];
            }
            else if (line.Length > 0)
            {
                section.Add(line);
            }
        }

        return sections;
    }
}
