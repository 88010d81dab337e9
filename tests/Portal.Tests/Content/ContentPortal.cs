using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Content;

/// <summary>A portal with a few small content types, and short forms for what tests of the store say often.</summary>
internal static class ContentPortal
{
    public const string TaxonomyId = "4taxonomy00000000000000000";
    public static readonly Actor Editor = new("u1", "erika");

    private const string Types = """
        { "ContentTypes": [
            { "Name": "Article", "DisplayName": "Artikel", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "artikel/{{ ContentItem.DisplayText | slugify }}" } } },
              { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} },
              { "PartName": "LocalizationPart", "Name": "LocalizationPart", "Settings": {} },
              { "PartName": "PublishLaterPart", "Name": "PublishLaterPart", "Settings": {} },
              { "PartName": "ArchiveLaterPart", "Name": "ArchiveLaterPart", "Settings": {} },
              { "PartName": "BagPart", "Name": "Sources", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Source"] } } },
              { "PartName": "Article", "Name": "Article", "Settings": {} } ] },
            { "Name": "Source", "DisplayName": "Quelle", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "Source", "Name": "Source", "Settings": {} } ] },
            { "Name": "Note", "DisplayName": "Notiz", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "Note", "Name": "Note", "Settings": {} } ] },
            { "Name": "Taxonomy", "DisplayName": "Vokabular", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] } ],
          "ContentParts": [
            { "Name": "Article", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "MarkdownField", "Name": "Body", "Settings": { "MarkdownFieldSettings": { "Required": false } } },
              { "FieldName": "ContentPickerField", "Name": "Related", "Settings": { "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": ["Article"] } } },
              { "FieldName": "LocalizationSetContentPickerField", "Name": "Sets", "Settings": { "LocalizationSetContentPickerFieldSettings": { "Multiple": true } } },
              { "FieldName": "TaxonomyField", "Name": "Topic", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4taxonomy00000000000000000", "LeavesOnly": true } } } ] },
            { "Name": "Source", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "LinkField", "Name": "Link", "Settings": { "LinkFieldSettings": { "Required": true } } },
              { "FieldName": "ContentPickerField", "Name": "About", "Settings": { "ContentPickerFieldSettings": { "DisplayAllContentTypes": true } } } ] } ] }
        """;

    public static async Task<TestPortal> StartAsync(string kind, TimeProvider? time = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var portal = await TestPortal.StartAsync(kind, services => services.AddSingleton(time ?? TimeProvider.System), settings);
        await portal.DefineAsync(Types);
        return portal;
    }

    /// <summary>The same types in a portal over a database that is there.</summary>
    public static async Task<TestPortal> OpenAsync(TestDatabase database, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var portal = await TestPortal.OpenAsync(database, configure, settings);
        await portal.DefineAsync(Types);
        return portal;
    }

    public static async Task DefineAsync(this TestPortal portal, string json)
    {
        using var document = JsonDocument.Parse(json);
        await portal.Get<PortalDatabase>().WriteAsync(
            (transaction, ct) => DefinitionStore.ChangeAsync(
                transaction, definitions => DefinitionMerge.Apply(definitions, document.RootElement, "ContentTypes", "ContentParts"), ct),
            CancellationToken.None);
        await portal.Get<DefinitionStore>().LoadAsync(CancellationToken.None);
    }

    public static ContentCommands Commands(this TestPortal portal) => portal.Get<ContentCommands>();

    public static IContentReader Reader(this TestPortal portal) => portal.Get<IContentReader>();

    /// <summary>The content of an article, with more parts as JSON.</summary>
    public static JsonObject Article(string? title, string? path = null, string more = "{}")
    {
        var content = JsonNode.Parse(more)!.AsObject();
        content["TitlePart"] = new JsonObject { ["Title"] = title };
        if (path is not null)
        {
            content["AutoroutePart"] = new JsonObject { ["Path"] = path };
        }

        return content;
    }

    public static async Task<ContentItem> PublishedAsync(this TestPortal portal, string title, string? path = null, string more = "{}") =>
        Done(await portal.Commands().CreateAsync("Article", null, Article(title, path, more), publish: true, Editor, CancellationToken.None));

    public static async Task<ContentItem> DraftAsync(this TestPortal portal, string title, string? path = null, string more = "{}") =>
        Done(await portal.Commands().CreateAsync("Article", null, Article(title, path, more), publish: false, Editor, CancellationToken.None));

    public static async Task<ContentItem> RepublishAsync(this TestPortal portal, ContentItem item, string title, string? path, string more = "{}") =>
        Done(await portal.Commands().SaveAndPublishAsync(item.ContentItemId, null, Article(title, path, more), Editor, CancellationToken.None));

    public static ContentItem Done(CommandResult result) => result is CommandResult.Done done
        ? done.Item
        : throw new Xunit.Sdk.XunitException($"{result.GetType().Name}: {string.Join(" ", (result as CommandResult.Invalid)?.Errors.Select(error => $"{error.Part}.{error.Field}: {error.Message.En}") ?? [])}");

    public static IReadOnlyList<ContentError> Errors(CommandResult result) => Assert.IsType<CommandResult.Invalid>(result).Errors;

    public static IReadOnlyList<ContentError> Problems(CommandResult result) => Assert.IsType<CommandResult.Done>(result).Problems;

    public static async Task<PathTarget?> AtAsync(this TestPortal portal, string path) => await portal.Reader().ResolveAsync(path, CancellationToken.None);

    public static async Task<List<Fact>> FactsAsync(this TestPortal portal, long after = 0) => await portal.Get<FactLog>().ReadAsync(after, 10_000, CancellationToken.None);

    public static async Task<List<T>> RowsAsync<T>(this TestPortal portal) where T : class
    {
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(CancellationToken.None);
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>What must hold whatever happened: one latest, at most one published, one owner per path, flags and paths in agreement.</summary>
    public static async Task AssertConsistentAsync(this TestPortal portal)
    {
        var versions = await portal.RowsAsync<VersionRow>();
        var items = await portal.RowsAsync<ItemRow>();
        var paths = await portal.RowsAsync<PathRow>();
        foreach (var item in items)
        {
            var own = versions.Where(version => version.ItemId == item.ItemId).ToList();
            Assert.Equal(item.DeletedUtc is null ? 1 : 0, own.Count(version => version.Latest));
            Assert.InRange(own.Count(version => version.Published), 0, item.DeletedUtc is null ? 1 : 0);
            if (own.Find(version => version.Published) is { } published && published.ToItem().Path is { } path)
            {
                Assert.Equal(item.ItemId, Assert.Single(paths, row => row.Path == Slug.PathKey(path) && row.Use == PathUse.Current).ItemId);
            }
        }

        Assert.All(paths.Where(row => row.Use == PathUse.Current).GroupBy(row => row.ItemId), group => Assert.Single(group));
        Assert.Empty(versions.Select(version => version.ItemId).Except(items.Select(item => item.ItemId)));
    }
}
