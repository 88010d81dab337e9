using System.Text;
using Xunit;
using Zukunftswerkstatt.Site.Http;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public class PageCacheTests
{
    private long _index = 1;

    private PageCache Cache(long limit = 1 << 20) => new(limit, () => _index, TimeProvider.System);

    [Fact]
    public void A_kept_page_is_found_again_under_its_key_only()
    {
        var cache = Cache();
        cache.Store("/a", Page("a"), ["item:1"], cache.Begin());
        Assert.Equal("a", Text(cache.Find("/a")));
        Assert.Null(cache.Find("/A"));
        Assert.Null(cache.Find("/a?x=1"));
    }

    [Fact]
    public void A_page_rendered_before_a_change_and_finished_after_it_is_not_kept()
    {
        var cache = Cache();
        var began = cache.Begin();
        cache.Evict(["item:1"]);
        cache.Store("/a", Page("old"), ["item:1"], began);
        Assert.Null(cache.Find("/a"));
    }

    [Fact]
    public void A_change_of_something_else_does_not_keep_a_page_from_being_stored()
    {
        var cache = Cache();
        var began = cache.Begin();
        cache.Evict(["item:2"]);
        cache.Store("/a", Page("a"), ["item:1"], began);
        Assert.NotNull(cache.Find("/a"));
    }

    [Fact]
    public void A_fact_takes_out_every_page_with_its_tag_and_no_other()
    {
        var cache = Cache();
        cache.Store("/a", Page("a"), ["item:1", "type:Initiative"], cache.Begin());
        cache.Store("/b", Page("b"), ["type:Initiative"], cache.Begin());
        cache.Store("/c", Page("c"), ["item:3"], cache.Begin());
        cache.Evict(["type:Initiative"]);
        Assert.Null(cache.Find("/a"));
        Assert.Null(cache.Find("/b"));
        Assert.NotNull(cache.Find("/c"));
    }

    [Fact]
    public void A_page_of_search_results_is_not_served_with_another_index()
    {
        var cache = Cache();
        cache.Store("/suche", Page("s"), [CacheTags.Search], cache.Begin());
        cache.Store("/a", Page("a"), ["item:1"], cache.Begin());
        _index++;
        Assert.Null(cache.Find("/suche"));
        Assert.NotNull(cache.Find("/a"));
    }

    [Fact]
    public void The_cache_stays_within_its_bound_and_keeps_what_is_read()
    {
        var cache = Cache(limit: 100_000);
        cache.Store("/read", Page(new string('r', 1_000)), [], cache.Begin());
        for (var i = 0; i < 1_000; i++)
        {
            cache.Store($"/{i}", Page(new string('x', 1_000)), [$"item:{i}"], cache.Begin());
            Assert.NotNull(cache.Find("/read"));
        }

        Assert.InRange(Enumerable.Range(0, 1_000).Count(i => cache.Find($"/{i}") is not null), 50, 100);
    }

    [Fact]
    public async Task Under_concurrent_changes_no_reader_ever_finds_what_was_true_before_the_last_of_them()
    {
        var cache = Cache();
        var truth = 0;
        using var done = new CancellationTokenSource();
        var renderers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var began = cache.Begin();
                var seen = Volatile.Read(ref truth);
                Thread.Yield();
                cache.Store("/a", Page(seen.ToString(System.Globalization.CultureInfo.InvariantCulture)), ["item:1"], began);
            }
        })).ToList();
        for (var i = 1; i <= 3_000; i++)
        {
            Volatile.Write(ref truth, i);
            cache.Evict(["item:1"]);
            if (cache.Find("/a") is { } page)
            {
                Assert.Equal(i, int.Parse(Text(page)!, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        await done.CancelAsync();
        await Task.WhenAll(renderers);
    }

    private static CachedPage Page(string text) => new(Encoding.UTF8.GetBytes(text), "text/html", "\"e\"");

    private static string? Text(CachedPage? page) => page is null ? null : Encoding.UTF8.GetString(page.Body);
}
