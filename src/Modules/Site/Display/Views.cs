using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Site.Display;

/// <summary>A piece of text that leads somewhere; without an address it is plain text.</summary>
internal sealed record Link(string Text, string? Href = null, string? Lang = null);

/// <summary>Evidence grade as 0–4 filled dots with the word beside them.</summary>
internal sealed record GradeView(int Value, string Label)
{
    public static GradeView Of(Language language, int value) => new(Math.Clamp(value, 0, 4), Labels.Grade(language, value));
}

/// <summary>Effect of a factor in one case. <paramref name="Sign"/> is the symbol's id: up, down or neutral.</summary>
internal sealed record EffectView(string Code, string Label, string Sign)
{
    public static EffectView Of(Language language, string code) => new(code, Labels.Effect(language, code), code switch
    {
        FactorEffects.Promoting => "up",
        FactorEffects.Hindering => "down",
        _ => "neutral",
    });
}

/// <summary>One of the four stations Workshop → Befund → Erfolgsfaktor → Initiative.</summary>
/// <param name="Label">The station's name.</param>
/// <param name="Count">Finished number.</param>
/// <param name="Note">What the number means, in a few words.</param>
/// <param name="Href">Where the station leads; nothing for the present one or when there is nothing to see.</param>
/// <param name="Current">Whether the reader is at this station.</param>
internal sealed record StationView(string Label, string Count, string Note, string? Href, bool Current);

/// <summary>A source below a page.</summary>
internal sealed record SourceView(string Title, string? Url, string? Page, string? Accessed);
