using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class CommandTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_draft_is_seen_by_editors_and_by_nobody_else_until_it_is_published(string kind)
    {
        await using var portal = await StartAsync(kind);
        var draft = await portal.DraftAsync("Erster Artikel");
        Assert.Equal((true, false), (draft.Latest, draft.Published));
        Assert.Null(await portal.Reader().GetAsync(draft.ContentItemId, _ct));
        Assert.Null(await portal.AtAsync("artikel/erster-artikel"));
        Assert.NotNull(await portal.Get<ContentVersions>().GetLatestAsync(draft.ContentItemId, _ct));

        var published = Done(await portal.Commands().PublishAsync(draft.ContentItemId, draft.ContentItemVersionId, _ct));
        Assert.Equal(draft.ContentItemVersionId, published.ContentItemVersionId);
        Assert.Equal("Erster Artikel", (await portal.Reader().GetAsync(draft.ContentItemId.ToUpperInvariant(), _ct))!.DisplayText);
        Assert.Equal(PathState.Current, (await portal.AtAsync("/Artikel/Erster-Artikel/"))!.State);
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_draft_over_a_published_version_changes_nothing_for_readers(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Alt");
        Done(await portal.Commands().SaveDraftAsync(item.ContentItemId, item.ContentItemVersionId, Article("Neu", "artikel/neu"), Editor, _ct));
        Assert.Equal("Alt", (await portal.Reader().GetAsync(item.ContentItemId, _ct))!.DisplayText);
        Assert.Equal("Neu", (await portal.Get<ContentVersions>().GetLatestAsync(item.ContentItemId, _ct))!.DisplayText);
        Assert.Null(await portal.AtAsync("artikel/neu"));
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_stale_save_is_refused_with_the_current_version_at_hand(string kind)
    {
        await using var portal = await StartAsync(kind);
        var mine = await portal.DraftAsync("Fassung 1");
        var theirs = Done(await portal.Commands().SaveDraftAsync(mine.ContentItemId, mine.ContentItemVersionId, Article("Fassung 2"), Editor, _ct));
        var facts = (await portal.FactsAsync()).Count;
        var refused = Assert.IsType<CommandResult.Stale>(
            await portal.Commands().SaveDraftAsync(mine.ContentItemId, mine.ContentItemVersionId, Article("Fassung 2b"), Editor, _ct));
        Assert.Equal((theirs.ContentItemVersionId, "Fassung 2"), (refused.Current.ContentItemVersionId, refused.Current.DisplayText));
        Assert.Equal(facts, (await portal.FactsAsync()).Count);
        Assert.IsType<CommandResult.Stale>(await portal.Commands().PublishAsync(mine.ContentItemId, mine.ContentItemVersionId, _ct));
        Assert.IsType<CommandResult.Stale>(await portal.Commands().DeleteAsync(mine.ContentItemId, mine.ContentItemVersionId, Editor, _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_who_save_the_same_version_one_wins_and_the_others_are_told(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.DraftAsync("Umkämpft");
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() =>
            portal.Commands().SaveDraftAsync(item.ContentItemId, item.ContentItemVersionId, Article($"Fassung {i}"), Editor, _ct))));
        Assert.Single(results.OfType<CommandResult.Done>());
        Assert.Equal(23, results.OfType<CommandResult.Stale>().Count());
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Machines_that_save_whatever_is_latest_all_get_their_turn(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.DraftAsync("Zähler");
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() =>
            portal.Commands().SaveAndPublishAsync(item.ContentItemId, null, Article($"Fassung {i}"), Editor, _ct))));
        Assert.All(results, result => Done(result));
        Assert.Equal(25, (await portal.Get<ContentVersions>().ListAsync(item.ContentItemId, 0, 100, _ct)).Count);
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_invalid_draft_is_kept_word_for_word_and_says_what_keeps_it_from_being_published(string kind)
    {
        await using var portal = await StartAsync(kind);
        var result = await portal.Commands().CreateAsync("Article", null, Article("", null, """
            { "Article": { "Body": { "Markdown": "Getippt." }, "Related": { "ContentItemIds": ["4missing000000000000000000"] } },
              "Sources": { "ContentItems": [ { "ContentType": "Source", "Source": { "Link": { "Url": "javascript:alert(1)" } } }, { "ContentType": "Source" } ] } }
            """), publish: false, Editor, _ct);
        Assert.Equal(
            ["TitlePart.Title", "Sources[0].Source.Link", "Sources[1].Source.Link", "Article.Related"],
            Problems(result).Select(problem => $"{problem.Part}.{problem.Field}"));
        Assert.All(Problems(result), problem => Assert.NotEqual(problem.Message.De, problem.Message.En));
        var draft = (await portal.Get<ContentVersions>().GetLatestAsync(Done(result).ContentItemId, _ct))!;
        Assert.Equal("Getippt.", draft.Markdown("Article", "Body"));
        var before = await portal.RowsAsync<ItemRow>();
        var facts = (await portal.FactsAsync()).Count;
        Assert.Equal(4, Errors(await portal.Commands().PublishAsync(draft.ContentItemId, null, _ct)).Count);
        Assert.Equal(before.Select(row => row.Stamp), (await portal.RowsAsync<ItemRow>()).Select(row => row.Stamp));
        Assert.Equal(facts, (await portal.FactsAsync()).Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_emptied_title_is_missing_and_the_old_one_does_not_come_back(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Titel");
        var errors = Errors(await portal.Commands().SaveAndPublishAsync(item.ContentItemId, null, Article("", "artikel/titel"), Editor, _ct));
        Assert.Equal("Title", Assert.Single(errors).Field);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Unpublished_items_are_gone_for_readers_and_come_back_when_published_again(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Kommt wieder");
        Done(await portal.Commands().UnpublishAsync(item.ContentItemId, null, _ct));
        Assert.Null(await portal.Reader().GetAsync(item.ContentItemId, _ct));
        Assert.Equal(PathState.Gone, (await portal.AtAsync("artikel/kommt-wieder"))!.State);
        var facts = (await portal.FactsAsync()).Count;
        Done(await portal.Commands().UnpublishAsync(item.ContentItemId, null, _ct));
        Assert.Equal(facts, (await portal.FactsAsync()).Count);
        Done(await portal.Commands().PublishAsync(item.ContentItemId, null, _ct));
        Assert.Equal(PathState.Current, (await portal.AtAsync("artikel/kommt-wieder"))!.State);
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Deleted_items_come_back_as_the_draft_they_were_and_purged_ones_stay_gone(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Papierkorb");
        var draft = Done(await portal.Commands().SaveDraftAsync(item.ContentItemId, null, Article("Papierkorb 2", "artikel/papierkorb"), Editor, _ct));
        Done(await portal.Commands().DeleteAsync(item.ContentItemId, draft.ContentItemVersionId, Editor, _ct));
        Assert.Null(await portal.Get<ContentVersions>().GetLatestAsync(item.ContentItemId, _ct));
        Assert.Equal(PathState.Gone, (await portal.AtAsync("artikel/papierkorb"))!.State);
        Assert.IsType<CommandResult.NotFound>(await portal.Commands().PublishAsync(item.ContentItemId, null, _ct));
        await portal.AssertConsistentAsync();

        Assert.Equal(draft.ContentItemVersionId, Done(await portal.Commands().RestoreDeletedAsync(item.ContentItemId, _ct)).ContentItemVersionId);
        Assert.Equal("Papierkorb 2", (await portal.Get<ContentVersions>().GetLatestAsync(item.ContentItemId, _ct))!.DisplayText);
        Done(await portal.Commands().PublishAsync(item.ContentItemId, null, _ct));
        Assert.Equal(PathState.Current, (await portal.AtAsync("artikel/papierkorb"))!.State);

        Assert.IsType<CommandResult.NotFound>(await portal.Commands().PurgeAsync(item.ContentItemId, _ct));
        Done(await portal.Commands().DeleteAsync(item.ContentItemId, null, Editor, _ct));
        Assert.IsType<CommandResult.Purged>(await portal.Commands().PurgeAsync(item.ContentItemId, _ct));
        Assert.IsType<CommandResult.NotFound>(await portal.Commands().RestoreDeletedAsync(item.ContentItemId, _ct));
        Assert.Empty(await portal.RowsAsync<VersionRow>());
        Assert.Equal(PathState.Gone, (await portal.AtAsync("artikel/papierkorb"))!.State);
        var other = await portal.PublishedAsync("Papierkorb");
        Assert.Equal("artikel/papierkorb-0", other.Path);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Restoring_an_item_whose_path_and_alias_were_taken_meanwhile_reports_them(string kind)
    {
        await using var portal = await StartAsync(kind);
        const string Alias = """{ "AliasPart": { "Alias": "Start" } }""";
        var first = await portal.DraftAsync("Nie veröffentlicht", null, Alias);
        Done(await portal.Commands().DeleteAsync(first.ContentItemId, null, Editor, _ct));
        var second = await portal.DraftAsync("Nie veröffentlicht", null, Alias);
        Assert.Equal(first.Path, second.Path);
        var problems = Problems(await portal.Commands().RestoreDeletedAsync(first.ContentItemId, _ct));
        Assert.Equal(["Alias", "Path"], problems.Select(problem => problem.Field));
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_older_version_becomes_the_latest_draft_as_a_new_version(string kind)
    {
        await using var portal = await StartAsync(kind);
        var first = await portal.PublishedAsync("Eins");
        await portal.RepublishAsync(first, "Zwei", "artikel/eins");
        var restored = Done(await portal.Commands().RestoreVersionAsync(first.ContentItemId, first.ContentItemVersionId, null, Editor, _ct));
        Assert.Equal("Eins", restored.DisplayText);
        Assert.Equal(["Eins", "Zwei", "Eins"], (await portal.Get<ContentVersions>().ListAsync(first.ContentItemId, 0, 9, _ct)).Select(version => version.DisplayText));
        Assert.Equal("Zwei", (await portal.Reader().GetAsync(first.ContentItemId, _ct))!.DisplayText);
        Assert.IsType<CommandResult.NotFound>(await portal.Commands().RestoreVersionAsync(first.ContentItemId, "no-such-version", null, Editor, _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clone_is_a_draft_with_path_alias_set_and_schedule_of_its_own(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Vorlage", null, """{ "AliasPart": { "Alias": "vorlage" }, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2099-01-01T00:00:00Z" } }""");
        var clone = Done(await portal.Commands().CloneAsync(item.ContentItemId, new("u2", "emil"), _ct));
        Assert.NotEqual(item.ContentItemId, clone.ContentItemId);
        Assert.Equal(("artikel/vorlage-0", null, "u2"), (clone.Path, clone.Alias, clone.Owner));
        Assert.NotEqual(item.LocalizationSet, clone.LocalizationSet);
        Assert.Single(await portal.RowsAsync<ScheduleRow>());
        Assert.IsType<CommandResult.NotFound>(await portal.Commands().CloneAsync("nobody", Editor, _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_database_itself_allows_one_latest_and_one_published_version(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Einzig");
        foreach (var (latest, published) in new[] { (true, false), (false, true) })
        {
            await Assert.ThrowsAsync<DbUpdateException>(() => portal.Get<PortalDatabase>().WriteAsync<int>(
                (transaction, _) =>
                {
                    transaction.Db.Add(new VersionRow
                    {
                        ItemId = item.ContentItemId, OriginalId = item.ContentItemId, VersionId = ContentIds.New(), ContentType = "Article", DisplayText = "",
                        SortText = "", Culture = "", Content = "{}", Latest = latest, Published = published,
                    });
                    return Task.FromResult(0);
                }, _ct));
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_command_writes_its_facts_in_one_transaction(string kind)
    {
        await using var portal = await StartAsync(kind);
        var start = (await portal.FactsAsync())[^1].Id;
        var item = await portal.DraftAsync("Fakten");
        Done(await portal.Commands().PublishAsync(item.ContentItemId, null, _ct));
        Done(await portal.Commands().UnpublishAsync(item.ContentItemId, null, _ct));
        Done(await portal.Commands().DeleteAsync(item.ContentItemId, null, Editor, _ct));
        Done(await portal.Commands().RestoreDeletedAsync(item.ContentItemId, _ct));
        Done(await portal.Commands().DeleteAsync(item.ContentItemId, null, Editor, _ct));
        await portal.Commands().PurgeAsync(item.ContentItemId, _ct);
        var facts = await portal.FactsAsync(start);
        Assert.Equal(
            [FactKinds.ItemDraftSaved, FactKinds.ItemPublished, FactKinds.ItemUnpublished, FactKinds.ItemRemoved, FactKinds.ItemDraftSaved, FactKinds.ItemRemoved, FactKinds.ItemRemoved],
            facts.Select(fact => fact.Kind));
        Assert.All(facts, fact => Assert.Equal((item.ContentItemId, "Article"), (fact.Key, fact.Type)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nonsense_is_answered_and_never_thrown(string kind)
    {
        await using var portal = await StartAsync(kind);
        foreach (var id in new[] { "", "x\0y", "\ud800", new string('a', 100_000), "'; DROP TABLE ContentItems; --" })
        {
            Assert.IsType<CommandResult.NotFound>(await portal.Commands().PublishAsync(id, null, _ct));
            Assert.IsType<CommandResult.NotFound>(await portal.Commands().RestoreDeletedAsync(id, _ct));
            Assert.Null(await portal.Reader().GetAsync(id, _ct));
            Assert.Null(await portal.AtAsync(id));
            Assert.Empty(await portal.Reader().GetManyAsync([id, id, id, id, id, "b"], _ct));
            Assert.Empty(await portal.Reader().ListAsync(new ListQuery(id, id), _ct));
            Assert.Equal(0, await portal.Reader().CountAsync(id, null, _ct));
            Assert.Empty(await portal.Reader().ReferringAsync(id, id, 10, _ct));
            Assert.Empty(await portal.Reader().LocalizationsAsync(id, _ct));
            Assert.Null(await portal.Get<ContentVersions>().GetLatestAsync(id, _ct));
            Assert.Null(await portal.Get<ContentVersions>().GetVersionAsync(id, _ct));
        }

        Assert.Equal("ContentType", Assert.Single(Errors(await portal.Commands().CreateAsync("Nichts", "x", [], true, Editor, _ct))).Field);
        Errors(await portal.Commands().CreateAsync("Note", "half \ud800", new JsonObject(), true, Editor, _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_cancelled_command_leaves_nothing(string kind)
    {
        await using var portal = await StartAsync(kind);
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Get<PortalDatabase>().WriteAsync<int>(
            async (transaction, ct) =>
            {
                transaction.Db.Add(new ItemRow { ItemId = "x", ContentType = "Note" });
                transaction.Add(FactKinds.ItemPublished, "x");
                await transaction.Db.SaveChangesAsync(ct);
                await cancel.CancelAsync();
                return 0;
            }, cancel.Token));
        Assert.Empty(await portal.RowsAsync<ItemRow>());
        Assert.DoesNotContain(await portal.FactsAsync(), fact => fact.Key == "x");
        await portal.PublishedAsync("Geht weiter");
    }
}
