using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Something about an item that its content type does not allow.</summary>
/// <param name="Part">Name of the part instance; nested ones as <c>Sources[2].Source</c>.</param>
/// <param name="Field">Name of the field or of the part's own member (<c>Path</c>, <c>Alias</c>, <c>Title</c>).</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ContentError(string Part, string Field, LocalizedText Message);
