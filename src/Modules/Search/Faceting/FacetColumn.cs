using System.Numerics;

namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>
/// The facet values of every document of a segment, all facets in one row after the other, so that counting sixteen facets of
/// a hit reads one short run of memory. Immutable.
/// </summary>
internal abstract class FacetColumn
{
    public static FacetColumn Of(int[] starts, int[] values) =>
        values.Length == 0 || values.Max() <= ushort.MaxValue
            ? new Column<ushort>(starts, Array.ConvertAll(values, v => (ushort)v))
            : new Column<int>(starts, values);

    /// <summary>Adds every value of every document to the counts.</summary>
    public abstract void Count(ReadOnlySpan<int> documents, Span<int> counts);

    /// <summary>Bits of the selected facets that a document satisfies.</summary>
    public abstract uint Satisfied(int document, ReadOnlySpan<uint> bitByValue);

    /// <summary>Adds the values of one facet of one document to the counts.</summary>
    public abstract void CountFacet(int document, int facet, ReadOnlySpan<byte> facetByValue, Span<int> counts);

    public abstract IReadOnlyList<int> Values(int document);

    private sealed class Column<T>(int[] starts, T[] values) : FacetColumn
        where T : unmanaged, IBinaryInteger<T>
    {
        public override void Count(ReadOnlySpan<int> documents, Span<int> counts)
        {
            foreach (var document in documents)
            {
                foreach (var value in Row(document))
                {
                    counts[int.CreateTruncating(value)]++;
                }
            }
        }

        public override uint Satisfied(int document, ReadOnlySpan<uint> bitByValue)
        {
            var bits = 0u;
            foreach (var value in Row(document))
            {
                bits |= bitByValue[int.CreateTruncating(value)];
            }

            return bits;
        }

        public override void CountFacet(int document, int facet, ReadOnlySpan<byte> facetByValue, Span<int> counts)
        {
            foreach (var value in Row(document))
            {
                var index = int.CreateTruncating(value);
                if (facetByValue[index] == facet)
                {
                    counts[index]++;
                }
            }
        }

        public override IReadOnlyList<int> Values(int document) => Array.ConvertAll(Row(document).ToArray(), int.CreateTruncating);

        private ReadOnlySpan<T> Row(int document) => values.AsSpan(starts[document], starts[document + 1] - starts[document]);
    }
}
