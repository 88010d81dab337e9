using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid.Values;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>
/// Page → bytes: 1. the page's template with its view, 2. the layout around it, 3. UTF-8. The only place where Liquid is rendered:
/// always with an HTML encoder, always within the limits of <see cref="LiquidSettings"/>.
/// </summary>
internal sealed class PageRenderer(Theme theme, PageShell shell)
{
    // Everything that HTML or a script could read is encoded; letters of every alphabet stay letters.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public Translations Words(Language language) => theme.Current.In(language);

    public ValueTask RenderAsync(PageResult.Page page, Language language, IBufferWriter<byte> target) =>
        RenderAsync(theme.Current, page, language, target);

    internal async ValueTask RenderAsync(ThemeSnapshot snapshot, PageResult.Page page, Language language, IBufferWriter<byte> target)
    {
        var view = FluidValue.Create(shell.For(page.Head, language, snapshot.In(language)), snapshot.Options);
        using var body = new CharBuffer();
        var inner = new PageContext(snapshot, language);
        inner.SetValue("Model", FluidValue.Create(page.Model, snapshot.Options));
        inner.SetValue("Page", view);
        await snapshot.Template(page.Templates).RenderAsync(body, _encoder, inner); // 1

        using var whole = new CharBuffer();
        var outer = new PageContext(snapshot, language) { Body = body };
        outer.SetValue("Page", view);
        await snapshot.Template(["Layout"]).RenderAsync(whole, _encoder, outer); // 2
        whole.CopyTo(target); // 3
    }
}
