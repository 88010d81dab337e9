namespace Zukunftswerkstatt.Site.Display;

/// <summary>An error page. <paramref name="Torn"/>: the thread is drawn as torn.</summary>
internal sealed record ErrorView(int Status, string Title, string Text, string Guess, bool Torn);
