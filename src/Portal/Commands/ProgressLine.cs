namespace Zukunftswerkstatt.Portal;

/// <summary>One line on standard error that is written over on a terminal; elsewhere a new line only now and then.</summary>
internal sealed class ProgressLine(TimeProvider time)
{
    private static readonly TimeSpan _onTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _elsewhere = TimeSpan.FromSeconds(10);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private long _last = long.MinValue;
    private bool _open;

    public void Show(string text)
    {
        var now = time.GetTimestamp();
        if (_last != long.MinValue && time.GetElapsedTime(_last, now) < (_terminal ? _onTerminal : _elsewhere))
        {
            return;
        }

        _last = now;
        if (_terminal)
        {
            Console.Error.Write($"\r\u001b[K{text}");
            _open = true;
        }
        else
        {
            Console.Error.WriteLine(text);
        }
    }

    /// <summary>Ends the line, so that what follows begins on its own.</summary>
    public void End()
    {
        if (_open)
        {
            Console.Error.Write("\r\u001b[K");
            _open = false;
        }
    }
}
