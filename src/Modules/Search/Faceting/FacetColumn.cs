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

    /// <summary>Sets the bit of every document that has a value.</summary>
    public abstract void Mark(int value, ulong[] bits);

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

        public override void Mark(int value, ulong[] bits)
        {
            var wanted = T.CreateTruncating(value);
            for (var document = 0; document + 1 < starts.Length; document++)
            {
                if (Row(document).Contains(wanted))
                {
                    bits[document >> 6] |= 1UL << document;
                }
            }
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
                else if (facetByValue[index] > facet)
                {
                    // A row lists its values facet by facet.
                    break;
                }
            }
        }

        public override IReadOnlyList<int> Values(int document) => Array.ConvertAll(Row(document).ToArray(), int.CreateTruncating);

        private ReadOnlySpan<T> Row(int document) => values.AsSpan(starts[document], starts[document + 1] - starts[document]);
    }
}
