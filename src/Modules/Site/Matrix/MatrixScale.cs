using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>Five steps of numbers, so that a young portal's matrix is as legible as a full one.</summary>
internal sealed class MatrixScale
{
    // Shares of the largest cell at which a step begins; small numbers get narrow steps, since most cells are small.
    private static readonly double[] _shares = [0, 0.12, 0.3, 0.5, 0.75];

    private readonly int[] _from;

    public MatrixScale(int largest)
    {
        _from = new int[_shares.Length];
        for (var i = 0; i < _from.Length; i++)
        {
            _from[i] = Math.Max(i == 0 ? 1 : _from[i - 1] + 1, (int)Math.Round(_shares[i] * largest) + 1);
        }
    }

    /// <summary>1 to 5, or 0 for nothing.</summary>
    public int Level(int count) => count <= 0 ? 0 : Array.FindLastIndex(_from, from => count >= from) + 1;

    /// <summary>„1–3, 4–7, 8–12, 13–17, ab 18“.</summary>
    public string Text(Language language)
    {
        var steps = _from.Select((from, i) => i == _from.Length - 1
            ? language.Pick($"ab {from}", $"{from} and more")
            : _from[i + 1] - 1 == from ? $"{from}" : $"{from}–{_from[i + 1] - 1}");
        return string.Join(", ", steps);
    }
}
