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
        CultureInfo = language.Culture;
    }

    public Translations Words { get; }

    public CharBuffer? Body { get; init; }

    public static Translations WordsOf(TemplateContext context) =>
        context is PageContext page ? page.Words : throw new InvalidOperationException("Templates of the theme are rendered by PageRenderer only.");
}
