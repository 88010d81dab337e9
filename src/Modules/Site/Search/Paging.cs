using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>Links to the pages of a list: first, last and those around the present one.</summary>
internal static class Paging
{
    private const int Around = 1;

    /// <summary>Nothing when everything fits on one page.</summary>
    public static PagingView? Of(Language language, int page, int lastPage, int total, int pageSize, Func<int, string> href)
    {
        if (lastPage <= 1)
        {
            return null;
        }

        var pages = new List<PageLink>();
        var before = 0;
        foreach (var number in new SortedSet<int>([1, .. Enumerable.Range(page - Around, 2 * Around + 1).Where(n => n > 1 && n < lastPage), lastPage]))
        {
            if (number > before + 1)
            {
                pages.Add(new PageLink(null, null, false));
            }

            pages.Add(new PageLink(language.Number(number), href(number), number == page));
            before = number;
        }

        var first = (page - 1) * pageSize + 1;
        var last = Math.Min(page * pageSize, total);
        return new PagingView(
            language.Pick($"{language.Number(first)} bis {language.Number(last)} von {language.Number(total)}", $"{language.Number(first)} to {language.Number(last)} of {language.Number(total)}"),
            page > 1 ? href(page - 1) : null,
            page < lastPage ? href(page + 1) : null,
            pages);
    }
}
