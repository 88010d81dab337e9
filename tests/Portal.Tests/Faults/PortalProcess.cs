using System.Diagnostics;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>The portal as an operator runs it: a process of its own that can be killed.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    /// <summary>A setting of <see cref="Start(string, IReadOnlyDictionary{string, string}, string[])"/>: the longest file that may be written, in blocks of 512 bytes.</summary>
    public const string FileLimit = "PORTAL_TEST_FILE_LIMIT";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private PortalProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
    }

    /// <summary>Starts the program over a data folder; without arguments it serves.</summary>
    public static PortalProcess Start(string folder, params string[] arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Starts the program over a data folder with settings of its own, named as in the environment.</summary>
    public static PortalProcess Start(string folder, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };

        // A limit on the size of files stands for a full disk: a write beyond it is to fail, not to kill.
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"trap '' XFSZ; [ -z \"${FileLimit}\" ] || ulimit -f \"${FileLimit}\"; exec dotnet \"$@\"");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Zukunftswerkstatt.Portal.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Portal__DataPath"] = folder;
        start.Environment["Portal__Setup__SampleContent"] = "false";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var portal = new PortalProcess(new Process { StartInfo = start });
        portal._process.Start();
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        return portal;
    }

    /// <summary>What it printed, for the message of a failed test.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits until it serves; its address.</summary>
    public async Task<Uri> ListeningAsync()
    {
        if (await Task.WhenAny(_listening.Task, _process.WaitForExitAsync()) != _listening.Task)
        {
            throw new InvalidOperationException($"The portal ended before it served:\n{Output}");
        }

        return await _listening.Task;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private const string Listening = "Now listening on: ";

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
        {
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..]));
        }
    }
}
