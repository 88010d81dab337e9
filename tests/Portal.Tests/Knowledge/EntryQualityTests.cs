using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge;

public sealed class EntryQualityTests
{
    private static readonly string[] _markdowns = ["InitialSituation", "BuildingBlocks", "Steps", "Results", "Obstacles", "Lessons", "Transferability"];

    /// <summary>Two fifths completeness, two fifths grade, one fifth year.</summary>
    [Fact]
    public void A_full_entry_well_proven_and_recent_is_worth_most_and_an_empty_one_nothing()
    {
        Assert.Equal(0, EntryQuality.Of(Initiative("{}"), grade: 0), 6);
        Assert.Equal(0.4, EntryQuality.Of(Initiative(Full("")), grade: 0), 6);
        Assert.Equal(0.4 + 0.4, EntryQuality.Of(Initiative(Full("")), grade: 4), 6);
        Assert.Equal(1, EntryQuality.Of(Initiative(Full(""", "End": { "Value": "2040-05-01T00:00:00Z" }""")), grade: 4), 6);
    }

    [Fact]
    public void Every_text_that_is_filled_in_counts()
    {
        foreach (var field in _markdowns)
        {
            Assert.Equal(0.4 / 9, EntryQuality.Of(Initiative($$$"""{ "{{{field}}}": { "Markdown": "Text" } }"""), grade: 0), 6);
        }

        Assert.Equal(0.4 / 9, EntryQuality.Of(Initiative("""{ "Summary": { "Text": "Text" } }"""), grade: 0), 6);
    }

    [Fact]
    public void The_year_lies_on_a_scale_that_does_not_move()
    {
        Assert.Equal(0.1, Of(2020), 6);
        Assert.Equal(0, Of(1990), 6);
        Assert.Equal(0.2, Of(2100), 6);

        static double Of(int year) => EntryQuality.OfEvidence(Initiative($$$"""{ "Start": { "Value": "{{{year}}}-01-01T00:00:00Z" } }"""), grade: 0);
    }

    private static string Full(string more) =>
        $$"""{ "Summary": { "Text": "x" }, "EvidenceReason": { "Text": "x" }, {{string.Join(", ", _markdowns.Select(field => $$"""
            "{{field}}": { "Markdown": "x" }
            """))}}{{more}} }""";

    private static ContentItem Initiative(string part) => new() { ContentItemId = "a", ContentType = "Initiative", Content = JsonElement.Parse($$"""{ "Initiative": {{part}} }""") };
}
