using System.IO.Compression;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

/// <summary>The published files beside the repository (`../shared`, or PORTAL_SHARED); a test that needs one says so when it is absent.</summary>
internal static class SharedFiles
{
    public static string DirectoryOf2023 => Find("data/regions/official/GV100AD_301123.txt.gz");

    public static string ExtractOf2020 => Find("data/regions/official/AuszugGV4Q2020.csv.gz");

    public static string AgeTable => Find("data/regions/official/12411-0018.csv.gz");

    public static string KreisOutlines => Find("data/geo/kreise_12.topo.json");

    public static string LandOutlines => Find("data/geo/laender_12.topo.json");

    public static string MunicipalOutlines => Find("data/geo/sachsen_gemeinden_40.topo.json");

    /// <summary>Whether PORTAL_SHARED names the folder.</summary>
    public static bool AreNamed => Environment.GetEnvironmentVariable("PORTAL_SHARED") is { Length: > 0 };

    public static byte[] Unpacked(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var text = new MemoryStream();
        packed.CopyTo(text);
        return text.ToArray();
    }

    private static string Find(string path)
    {
        var tried = Candidates().Select(root => Path.Combine(root, path)).ToList();
        var found = tried.Find(File.Exists);
        Assert.True(found is not null, $"This test reads {path}; set PORTAL_SHARED or put the shared folder beside the repository. Tried: {string.Join(", ", tried)}");
        return found;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SHARED") is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
