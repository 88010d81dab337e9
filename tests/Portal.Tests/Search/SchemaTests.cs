using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class SchemaTests
{
    [Fact]
    public void All_mistakes_of_a_schema_are_named_at_once()
    {
        var schema = new SearchSchema
        {
            Texts = [new("title", TextRole.Title) { Sources = ["TitlePart"] }, new("title", TextRole.Body) { Boost = 99 }],
            Facets = [FacetField.Prefix("region", 5, 2), FacetField.Flat("goal") with { Sources = ["Initiative.Gaol"] }],
        };
        var errors = schema.Check(source => source == "TitlePart");
        Assert.Equal(4, errors.Count);
        Assert.Contains(errors, e => e.Contains("'title' is declared 2 times", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("Initiative.Gaol", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_survives_being_kept_in_the_index()
    {
        var schema = new CompiledSchema([SearchIndex.Schema]);
        Assert.Equal(schema.Hash, CompiledSchema.FromJson(schema.Json).Hash);
        Assert.NotEqual(schema.Hash, new CompiledSchema([SearchIndex.Schema with { Version = 2 }]).Hash);
    }
}
