using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal;

/// <summary>
/// The verbs of the program. Results go to standard output, progress and errors to standard error; all in German.
/// Exit codes: 0 done, 1 failed, 2 wrong call, 130 interrupted (the same call goes on where it was).
/// </summary>
public static class CommandLine
{
    internal const int Done = 0;
    internal const int Failed = 1;
    internal const int WrongCall = 2;
    internal const int Interrupted = 130;

    private static readonly Dictionary<string, Func<IReadOnlyList<string>, IServiceProvider, CancellationToken, Task<int>>> _verbs = new()
    {
        ["import"] = ImportCommand.RunAsync,
        ["export"] = ExportCommand.RunAsync,
        ["generate"] = GenerateCommand.RunAsync,
        ["regions"] = RegionsCommand.RunAsync,
    };

    /// <summary>Whether the arguments begin with one of these verbs; otherwise the program serves.</summary>
    public static bool Handles(IReadOnlyList<string> args) => args.Count > 0 && _verbs.ContainsKey(args[0]);

    /// <summary>Runs the verb; the database is migrated and the definitions are loaded.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, CancellationToken ct)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(ct);
        void Interrupt(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            interrupt.Cancel();
        }

        Console.CancelKeyPress += Interrupt;
        try
        {
            return await _verbs[args[0]]([.. args.Skip(1)], services, interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("\nUnterbrochen. Derselbe Aufruf macht dort weiter, wo er stehen geblieben ist.");
            return Interrupted;
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync($"\nFehler: {e.Text.De} Derselbe Aufruf macht danach dort weiter, wo er stehen geblieben ist.");
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"\nFehler: {e.Message} Bitte Rechte und freien Platz prüfen und denselben Aufruf wiederholen.");
            return Failed;
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }
    }

    internal static async Task<int> ExplainAsync(string usage)
    {
        await Console.Error.WriteLineAsync($"Aufruf: {usage}");
        return WrongCall;
    }
}
