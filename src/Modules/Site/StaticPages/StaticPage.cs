using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Text;

namespace Zukunftswerkstatt.Site.StaticPages;

/// <summary>Imprint, privacy, accessibility statement, Leichte Sprache, about, method: text that editors keep.</summary>
internal sealed class StaticPage(IContentReader content) : IItemPage
{
    public string ContentType => "Page";

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        var translations = await content.TranslationsAsync(item, ct);
        var markdown = item.Part("MarkdownBodyPart") is { } part && part.TryGetProperty("Markdown", out var text) ? text.GetString() : null;
        var summary = item.Text("Page", "Summary");
        var kind = item.Text("Page", "Kind") is { Length: > 0 } known ? known : "standard";
        return new PageResult.Page
        {
            Templates = ["Content-Page", "Content"],
            Model = new StaticPageView(
                ItemParts.View(item),
                item.DisplayText,
                ItemParts.ForeignLang(item, request.Language),
                summary is { Length: > 0 } ? summary : null,
                MarkdownRenderer.RenderText(markdown, 2),
                kind == "easy-language",
                Dates.Day(request.Language, item.ModifiedUtc ?? item.PublishedUtc ?? DateTime.UnixEpoch)),
            Head = ItemParts.Head(item, request.Language, translations, Section.None, summary, null) with
            {
                IsArticle = false,
                SwitchPath = translations.Count > 0 ? null : Paths.Home(request.Language.IsEnglish ? Language.German : Language.English),
            },
            Tags = ItemParts.Tags(item, request.Language, translations),
        };
    }
}

/// <summary>A page of running text.</summary>
internal sealed record StaticPageView(ContentItemView ContentItem, string Title, string? Lang, string? Summary, SafeHtml? Body, bool EasyLanguage, string Version);
