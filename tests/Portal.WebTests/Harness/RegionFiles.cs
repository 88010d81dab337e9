using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>The published files beside the repository (`../shared`, or PORTAL_SHARED).</summary>
public static class RegionFiles
{
    private static readonly string[] _files = ["AuszugGV4Q2020.csv.gz", "GV100AD_301123.txt.gz", "12411-0018.csv.gz"];

    /// <summary>Imports both directories and the age table, as an operator would.</summary>
    public static async Task ImportRegionsAsync(this PortalFactory portal)
    {
        foreach (var file in _files)
        {
            var result = await portal.Services.GetRequiredService<RegionImporter>().ImportAsync(Find(file), null, TestContext.Current.CancellationToken);
            Assert.IsNotType<RegionImportResult.Rejected>(result);
        }

        await portal.CatchUpAsync();
    }

    /// <summary>Imports invented outlines of two Kreise of Saxony.</summary>
    public static async Task ImportOutlinesAsync(this PortalFactory portal, string source)
    {
        using var file = new MemoryStream("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","id":"14522","geometry":{"type":"Polygon","coordinates":[[[12.7,50.8],[13.4,50.8],[13.4,51.2],[12.7,51.2],[12.7,50.8]]]}},
              {"type":"Feature","id":"14521","geometry":{"type":"Polygon","coordinates":[[[12.7,50.4],[13.4,50.4],[13.4,50.8],[12.7,50.8],[12.7,50.4]]]}}]}
            """u8.ToArray());
        var result = await portal.Services.GetRequiredService<OutlineImporter>().ImportAsync(file, source, TestContext.Current.CancellationToken);
        Assert.IsType<RegionImportResult.OutlinesImported>(result);
        await portal.CatchUpAsync();
    }

    private static string Find(string file)
    {
        var roots = Environment.GetEnvironmentVariable("PORTAL_SHARED") is { Length: > 0 } named
            ? [named]
            : Above(new DirectoryInfo(AppContext.BaseDirectory)).Select(folder => Path.Combine(folder, "shared")).ToList();
        var found = roots.Select(root => Path.Combine(root, "data", "regions", "official", file)).FirstOrDefault(File.Exists);
        Assert.True(found is not null, $"This test reads {file}; set PORTAL_SHARED or put the shared folder beside the repository.");
        return found;
    }

    private static IEnumerable<string> Above(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
