namespace Zukunftswerkstatt.Site.Display;

/// <summary>HTML that has been cleaned or was written by the portal itself; the only text that templates put out without encoding.</summary>
internal sealed record SafeHtml(string Value);
