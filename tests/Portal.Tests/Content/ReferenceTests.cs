using System.Text.Json.Nodes;
using Xunit;
using Zukunftswerkstatt.Content;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class ReferenceTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    private static string Related(params string[] ids) => $$"""{ "Article": { "Related": { "ContentItemIds": [{{string.Join(',', ids.Select(id => $"\"{id}\""))}}] } } }""";

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Used_by_follows_published_versions_and_drafts(string kind)
    {
        await using var portal = await StartAsync(kind);
        var (a, b) = (await portal.PublishedAsync("A"), await portal.PublishedAsync("B"));
        var source = await portal.PublishedAsync("Quelle", "quelle", Related(a.ContentItemId.ToUpperInvariant()));
        Assert.Equal(source.ContentItemId, Assert.Single(await portal.Reader().ReferringAsync(a.ContentItemId, "Article", 10, _ct)).ContentItemId);
        Done(await portal.Commands().SaveDraftAsync(source.ContentItemId, null, Article("Quelle", "quelle", Related(b.ContentItemId)), Editor, _ct));
        Assert.Empty(await portal.Reader().ReferringAsync(b.ContentItemId, "Article", 10, _ct));
        Assert.Equal(
            [(a.ContentItemId, true), (b.ContentItemId, false)],
            (await Task.WhenAll(new[] { a, b }.Select(async target => (target.ContentItemId, (await portal.Get<ContentVersions>().UsesAsync(target.ContentItemId, 9, _ct)).Single().Published)))));
        Done(await portal.Commands().PublishAsync(source.ContentItemId, null, _ct));
        Assert.Empty(await portal.Reader().ReferringAsync(a.ContentItemId, "Article", 10, _ct));
        Assert.Single(await portal.Reader().ReferringAsync(b.ContentItemId, "Article", 10, _ct));
        Done(await portal.Commands().UnpublishAsync(source.ContentItemId, null, _ct));
        Assert.Empty(await portal.Reader().ReferringAsync(b.ContentItemId, "Article", 10, _ct));
        Done(await portal.Commands().DeleteAsync(source.ContentItemId, null, Editor, _ct));
        Assert.Empty(await portal.RowsAsync<ReferenceRow>());
        Done(await portal.Commands().RestoreDeletedAsync(source.ContentItemId, _ct));
        Assert.Single(await portal.Get<ContentVersions>().UsesAsync(b.ContentItemId, 9, _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task References_in_bags_and_terms_count_and_the_same_target_counts_once_per_field(string kind)
    {
        await using var portal = await StartAsync(kind);
        Done(await portal.Commands().CreateAsync("Taxonomy", "Themen", [], true, Editor, _ct));
        var target = await portal.PublishedAsync("Ziel");
        var source = await portal.DraftAsync("Quelle", null, $$"""
            { "Sources": { "ContentItems": [
                { "ContentType": "Source", "Source": { "Link": { "Url": "/a" }, "About": { "ContentItemIds": ["{{target.ContentItemId}}"] } } },
                { "ContentType": "Source", "Source": { "Link": { "Url": "/a" }, "About": { "ContentItemIds": ["{{target.ContentItemId}}"] } } } ] },
              "Article": { "Topic": { "TermContentItemIds": ["{{target.ContentItemId}}"] }, "Unknown": { "contentItemIds": ["{{target.ContentItemId}}", 5, null, ""] } } }
            """);
        Assert.Equal(
            ["Article.Topic", "Article.Unknown", "Sources.Source.About"],
            (await portal.Get<ContentVersions>().UsesAsync(target.ContentItemId, 9, _ct)).Select(use => use.Field).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await portal.RowsAsync<ReferenceRow>()).Count(row => row.SourceId == source.ContentItemId));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Picked_items_terms_and_sets_must_exist_and_be_allowed(string kind)
    {
        await using var portal = await StartAsync(kind);
        var note = Done(await portal.Commands().CreateAsync("Note", "Notiz", [], true, Editor, _ct));
        var deleted = await portal.DraftAsync("Weg");
        Done(await portal.Commands().DeleteAsync(deleted.ContentItemId, null, Editor, _ct));
        var errors = Errors(await portal.Commands().CreateAsync("Article", null, Article("X", null, $$"""
            { "Article": { "Related": { "ContentItemIds": ["{{note.ContentItemId}}", "{{deleted.ContentItemId}}"] }, "Sets": { "LocalizationSets": ["nowhere"] }, "Topic": { "TermContentItemIds": ["4term"] } },
              "Sources": { "ContentItems": [ { "ContentType": "Note" }, { "ContentType": "Source", "Source": { "Link": { "Url": "/x" }, "About": { "ContentItemIds": ["4nothing"] } } } ] } }
            """), true, Editor, _ct));
        Assert.Equal(
            ["Sources[0].ContentType", "Sources[1].Source.About", "Article.Related", "Article.Related", "Article.Topic", "Article.Sets"],
            errors.Select(error => $"{error.Part}.{error.Field}"));
        Assert.Contains("Note; erlaubt sind: Article", string.Join(' ', errors.Select(error => error.Message.De)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Terms_are_looked_up_in_the_vocabulary_as_it_is_now(string kind)
    {
        await using var portal = await StartAsync(kind);
        var taxonomy = Done(await portal.Commands().CreateAsync("Taxonomy", "Themen", Terms("""{ "ContentItemId": "t1", "ContentType": "Term", "Terms": [ { "ContentItemId": "t2", "ContentType": "Term" } ] }"""), true, Editor, _ct));
        await portal.DefineAsync($$"""
            { "ContentParts": [ { "Name": "Article", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TaxonomyField", "Name": "Topic", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "{{taxonomy.ContentItemId}}" } } } ] } ] }
            """);
        static string Topic(string id) => $$"""{ "Article": { "Topic": { "TermContentItemIds": ["{{id}}"] } } }""";
        await portal.PublishedAsync("Blatt", null, Topic("T2"));
        Assert.Contains("lowest level", Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("Ast", null, Topic("t1")), true, Editor, _ct))).Message.En, StringComparison.Ordinal);
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("Neu", null, Topic("t3")), true, Editor, _ct)));
        Done(await portal.Commands().SaveAndPublishAsync(taxonomy.ContentItemId, null, Terms("""{ "ContentItemId": "t3", "ContentType": "Term" }"""), Editor, _ct));
        await portal.PublishedAsync("Neu", null, Topic("t3"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_localisation_set_has_one_item_per_language_under_concurrency_too(string kind)
    {
        await using var portal = await StartAsync(kind);
        var german = await portal.PublishedAsync("Deutsch");
        Assert.Equal("de", german.Culture);
        var english = $$"""{ "LocalizationPart": { "Culture": "en", "LocalizationSet": "{{german.LocalizationSet}}" } }""";
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            portal.Commands().CreateAsync("Article", null, Article($"English {i}", null, english), true, Editor, _ct))));
        Assert.Single(results.OfType<CommandResult.Done>());
        Assert.All(results.OfType<CommandResult.Invalid>(), invalid => Assert.Equal("Culture", Assert.Single(invalid.Errors).Field));
        Assert.Equal(["de", "en"], (await portal.Reader().LocalizationsAsync(german.LocalizationSet!, _ct)).Select(item => item.Culture));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Translations_of_many_sets_are_found_in_one_language(string kind)
    {
        await using var portal = await StartAsync(kind);
        var sets = new List<string>();
        var english = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            sets.Add((await portal.PublishedAsync($"Deutsch {i}")).LocalizationSet!);
            if (i < 2)
            {
                var translation = $$"""{ "LocalizationPart": { "Culture": "en", "LocalizationSet": "{{sets[i]}}" } }""";
                english.Add(Done(await portal.Commands().CreateAsync("Article", null, Article($"English {i}", null, translation), i == 0, Editor, _ct)).ContentItemId);
            }
        }

        var found = await portal.Reader().LocalizationsAsync([.. sets, "no-such-set"], "en", _ct);

        Assert.Equal(english[0], Assert.Single(found).ContentItemId);
        Assert.Empty(await portal.Reader().LocalizationsAsync([], "en", _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task All_members_of_many_sets_are_found_by_set_and_culture(string kind)
    {
        await using var portal = await StartAsync(kind);
        var first = await portal.PublishedAsync("Eins");
        var second = await portal.PublishedAsync("Zwei");
        var translation = $$"""{ "LocalizationPart": { "Culture": "en", "LocalizationSet": "{{second.LocalizationSet}}" } }""";
        Done(await portal.Commands().CreateAsync("Article", null, Article("Two", null, translation), true, Editor, _ct));

        var found = await portal.Reader().LocalizationsAsync([first.LocalizationSet!, second.LocalizationSet!, "no-such-set", "\0"], _ct);

        Assert.Equal(["de"], found[first.LocalizationSet!].Select(item => item.Culture));
        Assert.Equal(["de", "en"], found[second.LocalizationSet!].Select(item => item.Culture));
        Assert.Equal(2, found.Count);

        // Whoever has read one of them gets that very one back, and the others with it; what is of no set asked for stays out.
        var (known, stranger) = ((await portal.Reader().GetAsync(second.ContentItemId, _ct))!, (await portal.Reader().GetAsync(first.ContentItemId, _ct))!);
        var rest = await portal.Reader().LocalizationsAsync([second.LocalizationSet!, "no-such-set"], [known, stranger, known], _ct);
        Assert.Equal(["de", "en"], Assert.Single(rest).Select(item => item.Culture));
        Assert.Same(known, rest[second.LocalizationSet!].First());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_refers_to_many_targets_is_found_at_once_and_limited_for_each(string kind)
    {
        await using var portal = await StartAsync(kind);
        var targets = new[] { await portal.PublishedAsync("A"), await portal.PublishedAsync("B"), await portal.PublishedAsync("C") };
        var both = $$"""{ "Article": { "Related": { "ContentItemIds": ["{{targets[0].ContentItemId}}", "{{targets[1].ContentItemId}}"] } } }""";
        var sources = new[] { await portal.PublishedAsync("S1", null, both), await portal.PublishedAsync("S2", null, both), await portal.PublishedAsync("S3", null, both) };
        var expected = sources.Select(s => s.ContentItemId).Order(StringComparer.Ordinal).Take(2).ToList();

        var found = await portal.Reader().ReferringAsync([.. targets.Select(t => t.ContentItemId), "\0"], "Article", 2, _ct);

        Assert.Equal(expected, found[ContentIds.Key(targets[0].ContentItemId)].Select(item => item.ContentItemId));
        Assert.Equal(expected, found[ContentIds.Key(targets[1].ContentItemId)].Select(item => item.ContentItemId));
        Assert.Empty(found[ContentIds.Key(targets[2].ContentItemId)]);
        Assert.Empty(await portal.Reader().ReferringAsync([.. targets.Select(t => t.ContentItemId)], "Note", 2, _ct));
    }

    private static JsonObject Terms(string term) => JsonNode.Parse($$"""{ "TaxonomyPart": { "TermContentType": "Term", "Terms": [ {{term}} ] } }""")!.AsObject();
}
