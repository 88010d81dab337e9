namespace Zukunftswerkstatt.Kernel;

/// <summary>The portal cannot start, for a reason its operator can mend. The host prints the text and ends with exit code 1, without a stack trace.</summary>
public sealed class StartupException(LocalizedText text, Exception? inner = null) : Exception(text.De, inner)
{
    /// <summary>What is wrong, where, and what to do.</summary>
    public LocalizedText Text { get; } = text;
}
