using Xunit;
using Zukunftswerkstatt.Content;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class PathTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Homonyms_get_numbers_and_after_ten_of_them_their_id(string kind)
    {
        await using var portal = await StartAsync(kind);
        var paths = new List<string?>();
        for (var i = 0; i < 13; i++)
        {
            paths.Add((await portal.PublishedAsync("Größe für Straßen")).Path);
        }

        Assert.Equal("artikel/groesse-fuer-strassen", paths[0]);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"artikel/groesse-fuer-strassen-{i}"), paths.Skip(1).Take(10));
        Assert.Equal(13, paths.Distinct().Count());
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Publish_keeps_old_paths_as_redirects_along_chains_and_back(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Wandernd", "a");
        await portal.RepublishAsync(item, "Wandernd", "b");
        await portal.RepublishAsync(item, "Wandernd", "c");
        foreach (var old in new[] { "a", "b" })
        {
            Assert.Equal(new PathTarget(item.ContentItemId, PathState.Moved, "c"), await portal.AtAsync(old));
        }

        await portal.RepublishAsync(item, "Wandernd", "a");
        Assert.Equal(new PathTarget(item.ContentItemId, PathState.Current, "a"), await portal.AtAsync("a"));
        Assert.Equal("a", (await portal.AtAsync("c"))!.CurrentPath);
        await portal.RepublishAsync(item, "Wandernd", "c");
        Assert.Equal(PathState.Moved, (await portal.AtAsync("a"))!.State);
        Assert.Equal(3, (await portal.RowsAsync<PathRow>()).Count);
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Former_and_deleted_paths_stay_with_their_item(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Besitzer", "alt");
        await portal.RepublishAsync(item, "Besitzer", "neu");
        foreach (var path in new[] { "alt", "neu", "/NEU/" })
        {
            Assert.Equal("Path", Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("Dieb", path), true, Editor, _ct))).Field);
        }

        Done(await portal.Commands().DeleteAsync(item.ContentItemId, null, Editor, _ct));
        Assert.Equal(PathState.Gone, (await portal.AtAsync("alt"))!.State);
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("Dieb", "alt"), true, Editor, _ct)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_draft_reserves_its_path_and_gives_it_up_when_it_wants_another(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Artikel", "da");
        Done(await portal.Commands().SaveDraftAsync(item.ContentItemId, null, Article("Artikel", "dort"), Editor, _ct));
        Assert.Null(await portal.AtAsync("dort"));
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("Zweiter", "dort"), true, Editor, _ct)));
        Done(await portal.Commands().SaveDraftAsync(item.ContentItemId, null, Article("Artikel", "da"), Editor, _ct));
        await portal.PublishedAsync("Zweiter", "dort");
        Assert.Equal(PathState.Current, (await portal.AtAsync("da"))!.State);
        await portal.AssertConsistentAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_draft_with_somebody_elses_path_is_kept_and_the_path_reported(string kind)
    {
        await using var portal = await StartAsync(kind);
        await portal.PublishedAsync("Erster", "besetzt");
        var result = await portal.Commands().CreateAsync("Article", null, Article("Zweiter", "besetzt", """{ "AliasPart": { "Alias": "zweiter" } }"""), false, Editor, _ct);
        Assert.Equal("Your permalink is already in use.", Assert.Single(Problems(result)).Message.En);
        Assert.Equal("besetzt", Done(result).Path);
        Assert.Equal("zweiter", Assert.Single(await portal.RowsAsync<AliasRow>()).Alias);
        await portal.AssertConsistentAsync();
    }

    [Theory]
    [InlineData("a b"), InlineData("a?b"), InlineData("a#b"), InlineData("a%20b"), InlineData("a/../b"), InlineData("a//b"), InlineData("api/x"), InlineData("Admin"),
        InlineData("a<b"), InlineData("a\\b"), InlineData("a\tb"), InlineData("suche"), InlineData("a\"b")]
    public async Task Paths_that_cannot_be_addresses_are_refused_in_both_languages(string path)
    {
        await using var portal = await StartAsync("Sqlite");
        var error = Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("X", path), true, Editor, _ct)));
        Assert.NotEqual(error.Message.De, error.Message.En);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Very_long_paths_aliases_titles_and_cultures_are_refused_or_cut_and_never_break_an_index(string kind)
    {
        await using var portal = await StartAsync(kind);
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("X", new string('ä', 1025)), true, Editor, _ct)));
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("X", string.Concat(Enumerable.Repeat("漢", 1000))), true, Editor, _ct)));
        await portal.PublishedAsync("Lang", new string('x', 1024));
        var random = new Random(1);
        var title = new string([.. Enumerable.Range(0, 5000).Select(_ => (char)random.Next('a', 'z' + 1))]);
        var first = await portal.PublishedAsync(title);
        var second = await portal.PublishedAsync(title);
        Assert.InRange(first.Path!.Length, 900, 1024);
        Assert.NotEqual(first.Path, second.Path);
        var problems = Problems(await portal.Commands().CreateAsync("Article", null, Article("Y", null, $$"""
            { "AliasPart": { "Alias": "{{new string('a', 768)}}" }, "LocalizationPart": { "Culture": "{{new string('d', 40)}}", "LocalizationSet": "{{new string('s', 80)}}" } }
            """), false, Editor, _ct));
        Assert.Equal(["Alias", "Culture"], problems.Select(problem => problem.Field));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Composed_and_decomposed_letters_are_one_path(string kind)
    {
        await using var portal = await StartAsync(kind);
        await portal.PublishedAsync("Über", "u\u0308ber");
        Assert.Equal(PathState.Current, (await portal.AtAsync("über"))!.State);
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("X", "über"), true, Editor, _ct)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_items_never_own_one_path_however_many_publish_at_once(string kind)
    {
        await using var portal = await StartAsync(kind);
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => i % 2 == 0
            ? await portal.Commands().CreateAsync("Article", null, Article("Gleich"), true, Editor, _ct)
            : await portal.Commands().CreateAsync("Article", null, Article("Gleich", $"ziel/{i % 4}"), true, Editor, _ct))));
        var done = results.OfType<CommandResult.Done>().ToList();
        Assert.Equal(20 + 2, done.Count);
        Assert.Equal(done.Count, done.Select(result => result.Item.Path).Distinct().Count());
        await portal.AssertConsistentAsync();

        // Everybody moves to somebody else's place at once, drafts and deletions among them.
        var ids = done.Select(result => result.Item.ContentItemId).ToList();
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => (i % 6) switch
        {
            0 => portal.Commands().SaveDraftAsync(ids[i % ids.Count], null, Article("Umzug", $"ort/{i % 5}"), Editor, _ct),
            1 => portal.Commands().DeleteAsync(ids[i % ids.Count], null, Editor, _ct),
            2 => portal.Commands().RestoreDeletedAsync(ids[(i - 1) % ids.Count], _ct),
            3 => portal.Commands().UnpublishAsync(ids[i % ids.Count], null, _ct),
            _ => portal.Commands().SaveAndPublishAsync(ids[i % ids.Count], null, Article("Umzug", $"ort/{i % 7}"), Editor, _ct),
        })));
        await portal.AssertConsistentAsync();
    }
}
