using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Search.Snapshots;

/// <summary>Where the documents of a segment lie, each at any number of points; twelve bytes for one with one point.</summary>
internal sealed class SegmentPoints
{
    private const double KilometresPerDegree = 111;

    private readonly int[] _starts;
    private readonly float[] _numbers;

    private SegmentPoints(int[] starts, float[] numbers) => (_starts, _numbers) = (starts, numbers);

    public static SegmentPoints Load(AtomicReader reader)
    {
        var starts = new int[reader.MaxDoc + 1];
        var numbers = new List<float>();
        if (reader.GetBinaryDocValues(IndexFields.Points) is { } values)
        {
            var bytes = new BytesRef();
            for (var document = 0; document < reader.MaxDoc; document++)
            {
                values.Get(document, bytes);
                numbers.AddRange(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)));
                starts[document + 1] = numbers.Count;
            }
        }

        return new SegmentPoints(starts, [.. numbers]);
    }

    /// <summary>Kilometres to the nearest point of a document; NaN when it lies nowhere.</summary>
    public double Distance(int document, GeoPoint from)
    {
        var nearest = double.NaN;
        for (var i = _starts[document]; i < _starts[document + 1]; i += 2)
        {
            var distance = from.KilometresTo(new GeoPoint(_numbers[i], _numbers[i + 1]));
            nearest = distance >= nearest ? nearest : distance;
        }

        return nearest;
    }

    /// <summary>The documents with a point in a circle.</summary>
    public ulong[] Within(Circle circle)
    {
        var bits = new ulong[(_starts.Length + 62) / 64];
        var reach = (float)(circle.Kilometres / KilometresPerDegree) + 0.01f;
        for (var document = 0; document < _starts.Length - 1; document++)
        {
            for (var i = _starts[document]; i < _starts[document + 1]; i += 2)
            {
                // Most lie too far north or south to be worth a cosine.
                if (Math.Abs(_numbers[i] - circle.Center.Latitude) <= reach
                    && circle.Center.KilometresTo(new GeoPoint(_numbers[i], _numbers[i + 1])) <= circle.Kilometres)
                {
                    bits[document >> 6] |= 1UL << document;
                    break;
                }
            }
        }

        return bits;
    }

    /// <summary>Points as a doc value.</summary>
    public static byte[] Pack(IReadOnlyList<GeoPoint> points)
    {
        float[] numbers = [.. points.SelectMany(p => new[] { (float)p.Latitude, (float)p.Longitude })];
        return System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
    }
}
