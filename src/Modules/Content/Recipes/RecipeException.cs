using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// A recipe asks for something that cannot be done. Thrown within a step, it takes the step's whole transaction back;
/// <see cref="RecipeRunner"/> turns it into <see cref="RecipeFailed"/>.
/// </summary>
/// <param name="reason">What is wrong and what to do.</param>
/// <param name="item">What it is about: an item id, a type, a file.</param>
/// <param name="inner">The cause, if another exception told it.</param>
public sealed class RecipeException(LocalizedText reason, string? item = null, Exception? inner = null) : Exception(reason.De, inner)
{
    /// <summary>What is wrong and what to do.</summary>
    public LocalizedText Reason { get; } = reason;

    /// <summary>What it is about: an item id, a type, a file.</summary>
    public string? Item { get; } = item;
}
