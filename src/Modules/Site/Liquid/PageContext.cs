using System.Collections.Concurrent;
using Fluid;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>What one rendering knows besides its views: the words of its language and, in the layout, the body rendered before.</summary>
internal sealed class PageContext : TemplateContext
{
    public PageContext(ThemeSnapshot theme, Language language)
        : base(theme.Options)
    {
        Words = theme.In(language);
        Kept = theme.KeptIn(language);
        CultureInfo = language.Culture;
    }

    public Translations Words { get; }

    /// <summary>What <c>{% cache %}</c> has rendered in this language, by name.</summary>
    public ConcurrentDictionary<string, string> Kept { get; }

    public CharBuffer? Body { get; init; }

    public static Translations WordsOf(TemplateContext context) => Of(context).Words;

    public static PageContext Of(TemplateContext context) =>
        context as PageContext ?? throw new InvalidOperationException("Templates of the theme are rendered by PageRenderer only.");
}
