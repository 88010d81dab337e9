namespace Zukunftswerkstatt.Knowledge;

/// <summary>Ranks as words of a language occur: rank r with a probability in proportion to 1/r (Zipf's law).</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    public Zipf(int count)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 1);
        }
    }

    /// <summary>From 0, the most frequent.</summary>
    public int Draw(Dice dice)
    {
        var at = Array.BinarySearch(_upTo, dice.Fraction() * _upTo[^1]);
        return Math.Min(at < 0 ? ~at : at, _upTo.Length - 1);
    }
}
