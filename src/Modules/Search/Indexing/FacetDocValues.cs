using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Facet values → the doc values they become, remembered, since documents share most of them. Lucene sorts those of a document and drops doubles.</summary>
internal sealed class FacetDocValues(CompiledSchema schema)
{
    /// <summary>Longer codes are cut; Lucene refuses terms beyond 32 kB.</summary>
    internal const int MaxCode = 200;

    /// <summary>Beyond so many values of one facet, e.g. of organisations, they are remembered anew.</summary>
    private const int Most = 5_000;

    private readonly Dictionary<string, SortedSetDocValuesField[]>[] _fields =
        [.. schema.Declared.Facets.Select(_ => new Dictionary<string, SortedSetDocValuesField[]>(StringComparer.Ordinal))];

    /// <param name="facet">Number of the facet.</param>
    /// <param name="value">As the document has it.</param>
    public SortedSetDocValuesField[] Find(int facet, string value)
    {
        var fields = _fields[facet];
        if (!fields.TryGetValue(value, out var found))
        {
            if (fields.Count >= Most)
            {
                fields.Clear();
            }

            fields[value] = found = Make(facet, value);
        }

        return found;
    }

    // Apart, since a closure in Find would be made at every call.
    private SortedSetDocValuesField[] Make(int facet, string value) => [.. FacetPaths.Of(schema.Declared.Facets[facet], value).Select(path => Field(facet, path))];

    private static SortedSetDocValuesField Field(int facet, string path) =>
        new(IndexFields.Facets, new BytesRef($"{(char)('0' + facet)}{IndexFields.FacetSeparator}{(path.Length > MaxCode ? path[..MaxCode] : path)}"));
}

/// <summary>A facet value with everything above it, the top first.</summary>
internal static class FacetPaths
{
    public static IEnumerable<string> Of(FacetField facet, string value)
    {
        switch (facet.Shape)
        {
            case FacetShape.Path:
                for (var slash = value.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = value.IndexOf('/', slash + 1))
                {
                    yield return value[..slash];
                }

                yield return value;
                break;

            case FacetShape.Prefix:
                foreach (var level in facet.Levels.Where(l => l < value.Length))
                {
                    yield return value[..level];
                }

                yield return value;
                break;

            case FacetShape.Range:
                if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    foreach (var range in facet.Ranges.Where(r => (r.From ?? double.NegativeInfinity) <= number && number < (r.Below ?? double.PositiveInfinity)))
                    {
                        yield return range.Code;
                    }
                }

                break;

            default:
                yield return value;
                break;
        }
    }
}
