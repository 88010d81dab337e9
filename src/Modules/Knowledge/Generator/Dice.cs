namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// A small deterministic stream of numbers (SplitMix64, Steele, Lea and Flood, OOPSLA 2014). Every generated item has a stream of its own,
/// so that item 80,000 is the same whether or not the ones before it were made in this run.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream for the given numbers; other numbers, another stream.</summary>
    public static Dice For(int seed, int purpose, int index, int round = 0) =>
        new(Mix(Mix(Mix((ulong)(uint)seed + 1) ^ (uint)purpose) ^ (uint)index) ^ (ulong)(uint)round);

    public ulong Next() => Mix(_state += 0x9E37_79B9_7F4A_7C15);

    /// <summary>0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>0 to below 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True in so many of a hundred throws.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
