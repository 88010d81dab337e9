using System.Collections.Frozen;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>
/// Path → item → the page of its type. 1. The path as it is. 2. Below /en also the German path: an item without translation
/// is shown there with an English interface. 3. Any other spelling, and any former path, leads to the one address.
/// </summary>
internal sealed class ItemPages(IContentReader content, IEnumerable<IItemPage> pages) : IPage
{
    private readonly FrozenDictionary<string, IItemPage> _pages = pages.ToFrozenDictionary(page => page.ContentType, StringComparer.Ordinal);

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var path = request.Path.Trim('/');
        var target = await content.ResolveAsync(path, ct); // 1
        if (target is null && request.Language.IsEnglish && Paths.German(path) is { } german)
        {
            target = await content.ResolveAsync(german, ct); // 2
            if (target is { State: PathState.Current } && await TranslationAsync(target.ItemId, ct) is { } translation)
            {
                return PageResult.Moved("/" + translation);
            }
        }

        switch (target)
        {
            case null:
                return PageResult.Missing;
            case { State: PathState.Gone }:
                return PageResult.Gone;
        }

        var address = Paths.Item(request.Language, target.CurrentPath!);
        if (target.State == PathState.Moved || address != request.Path)
        {
            return PageResult.Moved(address); // 3
        }

        return await content.GetAsync(target.ItemId, ct) switch
        {
            { } item when _pages.TryGetValue(item.ContentType, out var page) => await page.BuildAsync(item, request, ct),
            _ => PageResult.Missing,
        };
    }

    private async Task<string?> TranslationAsync(string itemId, CancellationToken ct) =>
        await content.GetAsync(itemId, ct) is { LocalizationSet: { Length: > 0 } set }
            ? (await content.LocalizationsAsync(set, ct)).FirstOrDefault(item => item.Culture == Language.English.Code)?.Path
            : null;
}
