using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>A web server under load in a process of its own: the portal, or bare Kestrel.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(100) };

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Resident memory in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most that was resident at any time, in MB; by Linux, nothing else tells.</summary>
    public double MostResidentMegabytes => File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..] ? long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024 / 1e6 : 0;

    /// <summary>Processor time so far, in seconds.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>The portal over a data folder.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="pageCache">Without it, <c>Portal:PageCacheBytes</c> is 0 and every page is rendered anew; readers have no way to ask for that.</param>
    /// <param name="program">As it was published; nothing: as it was built.</param>
    public static ServerProcess Portal(string data, bool pageCache = true, string? program = null) => Start(5171, program ?? PortalProgram, [], new()
    {
        ["Portal__DataPath"] = data,
        ["Portal__PageCacheBytes"] = pageCache ? null : "0",
        ["Logging__LogLevel__Default"] = "Warning",
    });

    /// <summary>Kestrel alone, answering everything with these bytes.</summary>
    public static async Task<ServerProcess> BareAsync(byte[] body)
    {
        var file = Path.Combine(Folders.Work, "bare.html");
        await File.WriteAllBytesAsync(file, body);
        var server = Start(5172, Folders.Program("benchmarks/BareKestrel", "Zukunftswerkstatt.BareKestrel.dll"), [file], []);
        await server.FirstPageAsync("/");
        return server;
    }

    /// <summary>Publishes the portal for this platform, as the operator's manual says; returns the program.</summary>
    public static async Task<string> PublishAsync()
    {
        var folder = Path.Combine(Folders.Work, "published");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", "src/Portal", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-v", "quiet", "-o", folder]) { WorkingDirectory = Folders.Root })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(folder, "Zukunftswerkstatt.Portal.dll") : throw new InvalidOperationException($"dotnet publish ended with {process.ExitCode}.");
    }

    /// <summary>Runs a verb of the portal to its end and returns what it printed.</summary>
    public static async Task<string> VerbAsync(string data, params string[] args)
    {
        var start = StartInfo(PortalProgram, args, new() { ["Portal__DataPath"] = data, ["Logging__LogLevel__Default"] = "Warning" });
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Asks until the page is answered with 200.</summary>
    public async Task FirstPageAsync(string path)
    {
        while (true)
        {
            ThrowIfEnded();
            try
            {
                using var answer = await _http.GetAsync(new Uri(Address, path));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(5);
        }
    }

    /// <summary>Waits until the index and all other projections have caught up.</summary>
    public async Task CaughtUpAsync()
    {
        await FirstPageAsync("/health/ready");
        while (true)
        {
            using var health = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Address, "/health/ready")));
            if (health.RootElement.GetProperty("projections").EnumerateArray().All(p => p.GetProperty("lag").GetInt64() == 0 && p.GetProperty("state").GetString() == "running"))
            {
                return;
            }

            await Task.Delay(500);
        }
    }

    /// <summary>Waits until the index is merged and committed, as it is within a minute of being made.</summary>
    /// <param name="index">Its folder.</param>
    public async Task SettledAsync(string index)
    {
        while (Directory.EnumerateFiles(index, "*.si", SearchOption.AllDirectories).Count() > IndexGeneration.MostSettled)
        {
            ThrowIfEnded();
            await Task.Delay(500);
        }
    }

    private void ThrowIfEnded()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The server ended with {_process.ExitCode}.");
        }
    }

    /// <summary>A page's bytes; anything but 200 is a failure of the benchmark.</summary>
    public async Task<byte[]> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(Address, path));
        return answer.StatusCode == System.Net.HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string PortalProgram => Folders.Program("src/Portal", "Zukunftswerkstatt.Portal.dll");

    private static ServerProcess Start(int port, string program, string[] args, Dictionary<string, string?> environment)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        environment["ASPNETCORE_URLS"] = address.OriginalString;
        return new ServerProcess(Process.Start(StartInfo(program, args, environment))!, address);
    }

    private static ProcessStartInfo StartInfo(string program, string[] args, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { WorkingDirectory = Path.Combine(Folders.Root, "src/Portal") };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
