using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class OneStateTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_published_meanwhile_is_seen_after_the_state_and_by_those_who_want_the_latest(string kind)
    {
        await using var portal = await StartAsync(kind);
        var a = await portal.PublishedAsync("A");
        string b;
        await using (portal.Get<ReadSessions>().BeginOneState())
        {
            Assert.NotNull(await portal.Reader().GetAsync(a.ContentItemId, _ct));
            b = (await portal.PublishedAsync("B")).ContentItemId;
            Assert.Null(await portal.Reader().GetAsync(b, _ct));
            Assert.Equal(["A"], await TitlesAsync(portal, latest: false));
            Assert.Equal(["A", "B"], await TitlesAsync(portal, latest: true));
        }

        Assert.NotNull(await portal.Reader().GetAsync(b, _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Questions_asked_at_once_take_turns_and_many_states_at_once_end(string kind)
    {
        await using var portal = await StartAsync(kind);
        var a = (await portal.PublishedAsync("A")).ContentItemId;
        var found = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () =>
        {
            await using var state = portal.Get<ReadSessions>().BeginOneState();
            var both = await Task.WhenAll(portal.Reader().GetAsync(a, _ct).AsTask(), portal.Reader().GetAsync(a, _ct).AsTask());
            return both.Count(item => item is not null) + (await TitlesAsync(portal, latest: true)).Count;
        })));
        Assert.All(found, count => Assert.Equal(3, count));
    }

    private static async Task<List<string>> TitlesAsync(TestPortal portal, bool latest) =>
        [.. (await portal.Reader().ListAsync(new ListQuery("Article", Order: ListOrder.Title, Latest: latest), _ct)).Select(item => item.DisplayText)];
}
