using System.Text.Json.Nodes;
using Xunit;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

/// <summary>The rules of a type hold for whatever is nested in its items: bags, flows, terms.</summary>
public sealed class NestedItemTests
{
    private const string Types = """
        { "ContentTypes": [
            { "Name": "Landing", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "FlowPart", "Name": "FlowPart", "Settings": { "FlowPartSettings": { "ContainedContentTypes": ["Teaser", "Row"] } } } ] },
            { "Name": "Row", "Settings": { "ContentTypeSettings": { "Stereotype": "Widget" } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "FlowPart", "Name": "Cells", "Settings": {} } ] },
            { "Name": "Teaser", "Settings": { "ContentTypeSettings": { "Stereotype": "Widget" } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "Teaser", "Name": "Teaser", "Settings": {} } ] },
            { "Name": "Keyword", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "Keyword", "Name": "Keyword", "Settings": {} } ] } ],
          "ContentParts": [
            { "Name": "Teaser", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Line", "Settings": { "TextFieldSettings": { "Required": true } } },
              { "FieldName": "ContentPickerField", "Name": "Target", "Settings": { "ContentPickerFieldSettings": { "DisplayAllContentTypes": true } } } ] },
            { "Name": "Keyword", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "NumericField", "Name": "Weight", "Settings": { "NumericFieldSettings": { "Maximum": 10 } } } ] } ] }
        """;

    private static readonly CancellationToken _ct = CancellationToken.None;

    [Fact]
    public async Task Widgets_of_a_flow_keep_the_rules_of_their_types_at_any_depth()
    {
        var errors = await PublishAsync("Landing", """
            { "FlowPart": { "Widgets": [
                { "ContentType": "Teaser", "Teaser": { "Line": { "Text": "da" } }, "FlowMetadata": { "Alignment": "Justify", "Size": 100 } },
                { "ContentType": "Teaser", "Teaser": { "Line": { "Text": "" } } },
                { "ContentType": "Row", "Cells": { "Widgets": [ { "ContentType": "Unknown", "X": {} }, { "ContentType": "Teaser", "Teaser": { "Target": { "ContentItemIds": ["nobody"] } } } ] } },
                { "ContentType": "Article" } ] } }
            """);
        Assert.Equal(
            ["FlowPart[1].Teaser Line", "FlowPart[2].Cells[1].Teaser Line", "FlowPart[3] ContentType", "FlowPart[2].Cells[1].Teaser Target"],
            errors);
    }

    [Fact]
    public async Task Terms_keep_the_rules_of_their_type_at_any_depth()
    {
        var errors = await PublishAsync("Taxonomy", """
            { "TaxonomyPart": { "TermContentType": "Keyword", "Terms": [
                { "ContentType": "Keyword", "ContentItemId": "t1", "DisplayText": "Eins", "Keyword": { "Weight": { "Value": 3 } }, "Terms": [
                    { "ContentType": "Keyword", "ContentItemId": "t2", "DisplayText": "Zwei", "Keyword": { "Weight": { "Value": 11 } }, "Terms": [
                        { "ContentType": "Keyword", "ContentItemId": "t3", "DisplayText": "" } ] } ] },
                { "ContentType": "Note", "ContentItemId": "t4", "DisplayText": "Fremd" } ] } }
            """);
        Assert.Equal(
            ["TaxonomyPart.Terms[0].Terms[0].Keyword Weight", "TaxonomyPart.Terms[0].Terms[0].Terms[0].TitlePart Title", "TaxonomyPart.Terms[1] ContentType"],
            errors);
    }

    [Fact]
    public async Task Nesting_beyond_every_use_is_an_error_and_no_overflow()
    {
        var row = """{ "ContentType": "Teaser", "Teaser": { "Line": { "Text": "da" } } }""";
        for (var i = 0; i < 20; i++)
        {
            row = $$"""{ "ContentType": "Row", "Cells": { "Widgets": [ {{row}} ] } }""";
        }

        var error = Assert.Single(await PublishAsync("Landing", $$"""{ "FlowPart": { "Widgets": [ {{row}} ] } }"""));
        Assert.StartsWith("FlowPart[0].Cells[0].", error, StringComparison.Ordinal);
    }

    private static async Task<List<string>> PublishAsync(string type, string content)
    {
        await using var portal = await ContentPortal.StartAsync("Sqlite");
        await portal.DefineAsync(Types);
        var result = await portal.Commands().CreateAsync(
            type, null, JsonNode.Parse(content, documentOptions: new System.Text.Json.JsonDocumentOptions { MaxDepth = 128 })!.AsObject(), publish: true, Editor, _ct);
        return [.. Errors(result).Select(error => $"{error.Part} {error.Field}")];
    }
}
