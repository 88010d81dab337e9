using Xunit;
using Zukunftswerkstatt.Content;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class ScheduleTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    private static ScheduleRunner Runner(TestPortal portal) => portal.Get<ScheduleRunner>();

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Items_are_published_and_archived_when_their_time_has_come(string kind)
    {
        var time = new FakeTime();
        await using var portal = await StartAsync(kind, time);
        var item = await portal.DraftAsync("Morgen");
        Done(await portal.Commands().ScheduleAsync(item.ContentItemId, null, time.UtcNow.AddHours(1), time.UtcNow.AddHours(2), Editor, _ct));
        Assert.Equal(TimeSpan.FromMinutes(1), await Runner(portal).RunDueAsync(_ct));
        Assert.Null(await portal.Reader().GetAsync(item.ContentItemId, _ct));

        time.Advance(TimeSpan.FromMinutes(59.5));
        Assert.Equal(TimeSpan.FromSeconds(30), await Runner(portal).RunDueAsync(_ct));
        time.Advance(TimeSpan.FromSeconds(30));
        await Runner(portal).RunDueAsync(_ct);
        var published = await portal.Reader().GetAsync(item.ContentItemId, _ct);
        Assert.Equal(time.UtcNow, published!.PublishedUtc);
        Assert.Null(Assert.Single(await portal.RowsAsync<ScheduleRow>()).PublishUtc);

        time.Advance(TimeSpan.FromHours(1));
        await Runner(portal).RunDueAsync(_ct);
        Assert.Null(await portal.Reader().GetAsync(item.ContentItemId, _ct));
        Assert.Empty(await portal.RowsAsync<ScheduleRow>());
        var facts = (await portal.FactsAsync()).Count;
        await Runner(portal).RunDueAsync(_ct);
        Assert.Equal(facts, (await portal.FactsAsync()).Count);
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_draft_that_is_not_valid_when_due_stays_a_draft_and_the_others_are_published(string kind)
    {
        var time = new FakeTime();
        await using var portal = await StartAsync(kind, time);
        var bad = Done(await portal.Commands().CreateAsync("Article", null, Article(""), false, Editor, _ct));
        var good = await portal.DraftAsync("Gut");
        foreach (var item in new[] { bad, good })
        {
            Done(await portal.Commands().ScheduleAsync(item.ContentItemId, null, time.UtcNow.AddMinutes(1), null, Editor, _ct));
        }

        time.Advance(TimeSpan.FromHours(1));
        await Runner(portal).RunDueAsync(_ct);
        Assert.Null(await portal.Reader().GetAsync(bad.ContentItemId, _ct));
        Assert.NotNull(await portal.Reader().GetAsync(good.ContentItemId, _ct));
        Assert.Empty(await portal.RowsAsync<ScheduleRow>());
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_item_that_missed_both_dates_ends_off_the_site(string kind)
    {
        var time = new FakeTime();
        await using var portal = await StartAsync(kind, time);
        var item = await portal.PublishedAsync("Verpasst");
        Done(await portal.Commands().ScheduleAsync(item.ContentItemId, null, time.UtcNow.AddMinutes(1), time.UtcNow.AddMinutes(2), Editor, _ct));
        time.Advance(TimeSpan.FromDays(1));
        await Runner(portal).RunDueAsync(_ct);
        Assert.Null(await portal.Reader().GetAsync(item.ContentItemId, _ct));
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Deleted_and_restored_items_forget_their_schedule(string kind)
    {
        var time = new FakeTime();
        await using var portal = await StartAsync(kind, time);
        var item = await portal.DraftAsync("Vergessen");
        Done(await portal.Commands().ScheduleAsync(item.ContentItemId, null, time.UtcNow.AddMinutes(1), null, Editor, _ct));
        Done(await portal.Commands().DeleteAsync(item.ContentItemId, null, Editor, _ct));
        Assert.Empty(await portal.RowsAsync<ScheduleRow>());
        time.Advance(TimeSpan.FromHours(1));
        Done(await portal.Commands().RestoreDeletedAsync(item.ContentItemId, _ct));
        await Runner(portal).RunDueAsync(_ct);
        Assert.Null(await portal.Reader().GetAsync(item.ContentItemId, _ct));
    }
}
