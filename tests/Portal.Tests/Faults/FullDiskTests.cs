using System.Net;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>A disk without space, under a portal that runs.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Items = 400;
    private const string NotFound = "/gibt-es-nicht";

    // Code that is compiled while the process runs must not need a file.
    private static readonly Dictionary<string, string> _limited = new() { [PortalProcess.FileLimit] = "128", ["DOTNET_EnableWriteXorExecute"] = "0" };

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-disk-").FullName;
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("portal-disk-recipe-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_stops_imports_but_no_reader_and_all_goes_on_when_there_is_space_again()
    {
        var recipe = Recipe();
        using var disk = SmallDisk.Over(_folder, megabytes: 48);
        await using (var server = PortalProcess.Start(_folder))
        {
            using var http = new HttpClient { BaseAddress = await server.ListeningAsync() };
            await PortalHealth.ReadyAsync(http);

            // 1. Room for a look around, not for the import.
            if (disk.IsMounted)
            {
                disk.Fill(leave: 64 * 1024);
            }

            await using (var import = PortalProcess.Start(_folder, disk.IsMounted ? [] : _limited, "import", recipe))
            {
                Assert.Equal(1, await import.ExitAsync());
                Assert.Contains(disk.IsMounted ? "Fehler: Kein Platz mehr für die Datenbank" : "freien Platz prüfen", import.Output, StringComparison.Ordinal);
                AssertNoStack(import);
            }

            // 2. No room at all: what can be read is read.
            if (disk.IsMounted)
            {
                disk.Fill();
                foreach (var path in new[] { "/", "/en", "/initiativen", "/suche?q=Kommune", "/erfolgsfaktoren", "/regionen/14" })
                {
                    Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, path));
                }

                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, NotFound));
                await Eventually.SampleAsync(() => PortalHealth.ReadAsync(http), health => health is { Status: 503, DataFolder: "not writable", Database: "answering" });
                await using (var export = PortalProcess.Start(_folder, "export", Path.Combine(_elsewhere, "export.json")))
                {
                    Assert.Equal(1, await export.ExitAsync());
                    Assert.Contains("Portal:DataPath", export.Output, StringComparison.Ordinal);
                    AssertNoStack(export);
                }
            }

            // 3. Space again.
            disk.Free();
            await using (var import = PortalProcess.Start(_folder, "import", recipe))
            {
                Assert.True(await import.ExitAsync() == 0, import.Output);
            }

            await PortalHealth.ReadyAsync(http);
            Assert.Contains("400", await http.GetStringAsync(new Uri("/suche?q=Vorhaben", UriKind.Relative)), StringComparison.Ordinal);
            AssertNoStack(server);
            await server.KillAsync();
        }

        await Initiatives.AssertSearchAgreesAsync(_folder, Items);
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_is_caught_up_when_there_is_space_again()
    {
        var recipe = Recipe();
        using var disk = SmallDisk.Over(Path.Combine(_folder, "search"), megabytes: 8);
        await using (var server = PortalProcess.Start(_folder))
        {
            using var http = new HttpClient { BaseAddress = await server.ListeningAsync() };
            await PortalHealth.ReadyAsync(http);
            disk.Fill();
            await using (var import = PortalProcess.Start(_folder, "import", recipe))
            {
                Assert.True(await import.ExitAsync() == 0, import.Output);
            }

            await Eventually.SampleAsync(() => PortalHealth.ReadAsync(http), health => health is { Status: 503, Search: "failing", Database: "answering" });
            foreach (var path in new[] { "/", "/en", "/suche?q=Kommune", "/initiativen/vorhaben-nummer-1-im-ort" })
            {
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, path));
            }

            disk.Free();
            await PortalHealth.ReadyAsync(http);

            // The log comes through a queue and a pipe of its own, after the health.
            await Eventually.HoldsAsync(() => server.Output.Contains("Projection search runs again", StringComparison.Ordinal));
            Assert.Equal(1, server.Output.Split('\n').Count(line => line.Contains("Projection search failed", StringComparison.Ordinal)));
            await server.KillAsync();
        }

        await Initiatives.AssertSearchAgreesAsync(_folder, Items);
    }

    [Fact]
    public async Task A_read_only_data_folder_stops_the_start_with_a_sentence()
    {
        // Root may write anywhere but where nobody can.
        var mounted = SmallDisk.Run("mount", "--bind", _folder, _folder) && SmallDisk.Run("mount", "-o", "remount,ro,bind", _folder);
        var settings = new Dictionary<string, string> { ["Portal__DataPath"] = mounted ? _folder : "/sys/kernel/portal" };
        try
        {
            foreach (var arguments in new string[][] { [], ["export", Path.Combine(_elsewhere, "export.json")], ["import", Recipe()] })
            {
                await using var portal = PortalProcess.Start(_elsewhere, settings, arguments);
                Assert.Equal(1, await portal.ExitAsync());
                Assert.Contains("Portal:DataPath", portal.Output, StringComparison.Ordinal);
                Assert.Contains("nicht beschreibbar", portal.Output, StringComparison.Ordinal);
                AssertNoStack(portal);
            }
        }
        finally
        {
            if (mounted)
            {
                SmallDisk.Run("umount", _folder);
            }
        }
    }

    private string Recipe() => Initiatives.WriteRecipe(Path.Combine(_elsewhere, "numbered.recipe.json"), Items, perStep: 50);

    private static void AssertNoStack(PortalProcess portal) => Assert.DoesNotContain("   at ", portal.Output, StringComparison.Ordinal);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
