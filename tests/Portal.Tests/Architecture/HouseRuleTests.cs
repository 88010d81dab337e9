using System.Text.RegularExpressions;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Architecture;

/// <summary>Rules of the house that a compiler does not check. Each pattern is written so that this file does not match itself.</summary>
public sealed partial class HouseRuleTests
{
    private static readonly string[] _written = [".cs", ".md", ".json", ".csproj", ".props", ".slnx", ".liquid", ".css", ".js", ".mjs", ".npmrc", ".sh"];

    [Fact]
    public void Nothing_is_left_to_be_written_later() =>
        AssertNowhere(Source, UnfinishedPattern(), "unfinished code");

    [Fact]
    public void Time_comes_from_the_time_provider() =>
        AssertNowhere(file => Source(file) && !file.Contains("/Migrations/", StringComparison.Ordinal), ClockPattern(), "a clock that tests cannot set");

    [Fact]
    public void Tests_do_not_sleep_and_are_not_skipped() =>
        AssertNowhere(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal), SleepPattern(), "a sleep or a skipped test");

    [Fact]
    public void No_file_names_a_package_registry_or_a_folder_of_somebodys_machine() =>
        AssertNowhere(
            file => (_written.Contains(Path.GetExtension(file)) || file is "tests/run" or ".ci/run" or "benchmarks/run") && !file.Contains("/Recipes/", StringComparison.Ordinal),
            HostPattern(), "a registry or a machine's path");

    [Fact]
    public void Folders_are_named_for_what_is_in_them()
    {
        var nothings = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => file.Split('/')[..^1])
            .Intersect(["Helpers", "Common", "Utils", "Utilities", "Interfaces", "Managers", "Misc", "Shared"], StringComparer.OrdinalIgnoreCase);
        Assert.Empty(nothings);
    }

    [Fact]
    public void Every_public_type_says_what_it_is_for()
    {
        var undocumented = Modules().SelectMany(assembly =>
        {
            var documentation = File.ReadAllText(Path.ChangeExtension(assembly.Location, ".xml"));
            return assembly.GetExportedTypes()
                .Where(type => type.Namespace is { } space && !space.Contains(".Migrations", StringComparison.Ordinal))
                .Select(type => type.FullName!.Replace('+', '.'))
                .Where(name => !documentation.Contains($"\"T:{name}\"", StringComparison.Ordinal));
        });
        Assert.Empty(undocumented);
    }

    private static bool Source(string file) => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal);

    private static IEnumerable<System.Reflection.Assembly> Modules() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Zukunftswerkstatt.*.dll")
            .Select(System.Reflection.Assembly.LoadFrom)
            .Where(assembly => !assembly.GetName().Name!.Contains("Tests", StringComparison.Ordinal));

    private static void AssertNowhere(Func<string, bool> files, Regex pattern, string what)
    {
        var found = Repository.Files.Where(files).SelectMany(file => Repository.Read(file).Split('\n')
            .Select((line, index) => (line, index))
            .Where(entry => pattern.IsMatch(entry.line))
            .Select(entry => $"{file}:{entry.index + 1}: {entry.line.Trim()}"));
        Assert.True(!found.Any(), $"There is {what}:\n{string.Join('\n', found.Take(20))}");
    }

    [GeneratedRegex(@"throw new Not(Implemented)Exception|//\s*(TO)DO|//\s*(FIX)ME|#region")]
    private static partial Regex UnfinishedPattern();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bStopwatch\.StartNew")]
    private static partial Regex ClockPattern();

    [GeneratedRegex(@"\bThread\.(Sleep)\(|\bTask\.(Delay)\([^)]*(Milli)?[Ss]econds|\b(Skip) = ""|\b(Skip)Unless = |Assert\.(Skip)")]
    private static partial Regex SleepPattern();

    [GeneratedRegex(@"registry\.(npmjs)|api\.(nuget)\.org|nuget\.(org)/|/(root|home)/\w|/work/(h|main|shared|scratch)\b|[C]:\\\\")]
    private static partial Regex HostPattern();
}
