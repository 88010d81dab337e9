using System.Xml.Linq;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Architecture;

/// <summary>The graph that README.md draws, compared with the project files.</summary>
public sealed class ModuleGraphTests
{
    private static readonly Dictionary<string, string[]> _graph = new(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Content"] = ["Kernel"],
        ["Media"] = ["Content"],
        ["Search"] = ["Content"],
        ["Regions"] = ["Content"],
        ["Knowledge"] = ["Media", "Regions", "Search"],
        ["Site"] = ["Knowledge"],
        ["Portal"] = ["Content", "Kernel", "Knowledge", "Media", "Regions", "Search", "Site"],
    };

    public static TheoryData<string> Modules => [.. _graph.Keys];

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_refers_to_exactly_those_it_stands_on(string module)
    {
        var references = Project(module).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value));
        Assert.Equal(_graph[module], references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_of_the_source_folder_has_its_place_in_the_graph()
    {
        var projects = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)).Select(NameOf);
        Assert.Equal(_graph.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Internals_are_open_to_tests_only(string module)
    {
        var friends = Project(module).Descendants("InternalsVisibleTo").Select(friend => friend.Attribute("Include")!.Value);
        Assert.All(friends, friend => Assert.Matches("^Zukunftswerkstatt\\.Portal\\.([A-Z][a-z]+)?Tests$|^Zukunftswerkstatt\\.Portal\\.Benchmarks$", friend));
    }

    [Fact]
    public void Every_module_registers_itself_in_one_file()
    {
        var modules = _graph.Keys.Where(module => module != "Portal").Select(module => $"src/Modules/{module}/{module}Module.cs");
        Assert.Empty(modules.Except(Repository.Files));
    }

    [Fact]
    public void The_solution_names_every_project()
    {
        var solution = XDocument.Parse(Repository.Read("Zukunftswerkstatt.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value);
        var projects = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));
        Assert.Equal(projects, solution.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Versions_of_packages_are_named_in_one_place()
    {
        var versions = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Parse(Repository.Read(file)).Descendants("PackageReference"))
            .Where(package => package.Attribute("Version") is not null);
        Assert.Empty(versions);
    }

    private static XDocument Project(string module) =>
        XDocument.Parse(Repository.Read(module == "Portal" ? "src/Portal/Portal.csproj" : $"src/Modules/{module}/{module}.csproj"));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
