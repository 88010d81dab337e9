using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

public sealed class StartedElsewhereTests
{
    [Fact]
    public async Task The_settings_beside_the_program_hold_wherever_it_is_started()
    {
        var folder = Directory.CreateTempSubdirectory("portal-elsewhere-").FullName;
        await using (var server = PortalProcess.Start(folder))
        {
            using var http = new HttpClient { BaseAddress = await server.ListeningAsync() };
            Assert.Contains("<h1", await http.GetStringAsync(new Uri("/impressum", UriKind.Relative)), StringComparison.Ordinal);

            // What they keep out of the log: a line per statement and per request.
            Assert.DoesNotContain("Microsoft.EntityFrameworkCore", server.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Microsoft.AspNetCore.Routing", server.Output, StringComparison.Ordinal);
            Assert.Contains("Set up: domain.recipe.json", server.Output, StringComparison.Ordinal);
            Assert.Contains($"Content root path: {AppContext.BaseDirectory}", server.Output, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
