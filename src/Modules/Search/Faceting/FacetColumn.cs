using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>
/// The facet values of every document of a segment, all facets in one row after the other, so that counting sixteen facets of
/// a hit reads one short run of memory. Immutable.
/// </summary>
internal abstract class FacetColumn
{
    /// <summary>Documents between touching a row and reading it.</summary>
    internal const int Ahead = 8;

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

    /// <summary>Every document and each of its values of one facet, in the order of the documents.</summary>
    public abstract List<(int Document, int Value)> Pairs(int facet, ReadOnlySpan<byte> facetByValue);

    public abstract IReadOnlyList<int> Values(int document);

    private sealed class Column<T>(int[] starts, T[] values) : FacetColumn
        where T : unmanaged, IBinaryInteger<T>
    {
        /// <summary>
        /// The innermost loop of the portal: bounds are checked once (values were numbered by the vocabulary that sized the counts), and
        /// rows are touched some documents ahead, since hits lie far apart and waiting for memory would be most of the time.
        /// </summary>
        public override void Count(ReadOnlySpan<int> documents, Span<int> counts)
        {
            if (values.Length == 0)
            {
                return;
            }

            ref var count = ref MemoryMarshal.GetReference(counts);
            ref var first = ref MemoryMarshal.GetArrayDataReference(values);
            var touched = T.Zero;
            for (var i = 0; i < documents.Length; i++)
            {
                if (i + Ahead < documents.Length)
                {
                    touched ^= values[Math.Min(starts[documents[i + Ahead]], values.Length - 1)];
                }

                var end = starts[documents[i] + 1];
                for (var at = starts[documents[i]]; at < end; at++)
                {
                    Unsafe.Add(ref count, Index(ref Unsafe.Add(ref first, at)))++;
                }
            }

            // Keeps the touching from being optimised away.
            GC.KeepAlive(touched == T.Zero ? values : starts);
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

        public override List<(int Document, int Value)> Pairs(int facet, ReadOnlySpan<byte> facetByValue)
        {
            var pairs = new List<(int, int)>();
            for (var document = 0; document + 1 < starts.Length; document++)
            {
                for (var at = starts[document]; at < starts[document + 1]; at++)
                {
                    var value = int.CreateTruncating(values[at]);
                    if (facetByValue[value] == facet)
                    {
                        pairs.Add((document, value));
                    }
                    else if (facetByValue[value] > facet)
                    {
                        // A row lists its values facet by facet.
                        break;
                    }
                }
            }

            return pairs;
        }

        public override IReadOnlyList<int> Values(int document) => Array.ConvertAll(Row(document).ToArray(), int.CreateTruncating);

        /// <summary>The generic conversion costs more than the rest of the loop.</summary>
        private static nint Index(ref T value) => Unsafe.SizeOf<T>() == sizeof(ushort) ? Unsafe.As<T, ushort>(ref value) : Unsafe.As<T, int>(ref value);

        private ReadOnlySpan<T> Row(int document) => values.AsSpan(starts[document], starts[document + 1] - starts[document]);
    }
}
