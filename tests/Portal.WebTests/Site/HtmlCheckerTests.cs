using System.Diagnostics;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>The Nu HTML checker, which tests/run installs, has nothing to say about any template.</summary>
public sealed class HtmlCheckerTests(SamplePortal portal)
{
    [Fact]
    public async Task Every_template_is_valid_HTML()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("portal-html-").FullName;
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var address in SampleAddresses.All.Select(row => row.Data).Append("/gibt-es-nicht").Append("/en/nothing"))
            {
                var path = await portal.PathOfAsync(address);
                using var response = await portal.Reader.GetAsync(path, ct);
                var file = Path.Combine(folder, $"{names.Count}.html");
                names[file] = path;
                await File.WriteAllTextAsync(file, await response.Content.ReadAsStringAsync(ct), ct);
            }

            var messages = await CheckAsync(names.Keys, ct);
            Assert.True(messages.Length == 0, names.Aggregate(messages, (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> CheckAsync(IEnumerable<string> files, CancellationToken ct)
    {
        var checker = Environment.GetEnvironmentVariable("PORTAL_HTML_CHECKER")
            ?? throw new InvalidOperationException("PORTAL_HTML_CHECKER is not set; tests/run installs the Nu HTML checker and sets it to the path of vnu.jar.");
        using var java = Process.Start(new ProcessStartInfo("java", ["-jar", checker, "--format", "gnu", .. files]) { RedirectStandardError = true })!;
        var messages = await java.StandardError.ReadToEndAsync(ct);
        await java.WaitForExitAsync(ct);
        return messages.Replace("file:", "", StringComparison.Ordinal).Trim();
    }
}
