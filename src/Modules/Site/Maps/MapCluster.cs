using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>Places that lie too close together to be drawn apart, as one circle. Positions and sizes in units of the map.</summary>
/// <param name="Places">The most hits first.</param>
/// <param name="Count">Their hits. Within a Kreis a hit with several places counts once, elsewhere at each.</param>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="Radius">Its area grows with the number, between what can be read and what leaves room.</param>
internal sealed record MapCluster(IReadOnlyList<PlaceCount> Places, int Count, double X, double Y, double Radius)
{
    /// <summary>Radius of all hits together, in pixels of a map as wide as a phone.</summary>
    private const double Largest = 36;

    /// <summary>Radius of one hit.</summary>
    private const double Smallest = 9;

    /// <summary>Least distance of two centres, so that a finger meets one of them.</summary>
    private const double Apart = 24;

    private const double Gap = 1;

    /// <summary>
    /// 1. places into cells in which two circles could not stand side by side; 2. cells whose circles overlap into one, until none does.
    /// The number of cells is bounded by the size of the map, so that ten thousand places cost hardly more than a thousand.
    /// </summary>
    /// <param name="places">What is to be drawn, the most hits first.</param>
    /// <param name="pixel">Units of the map that a pixel has.</param>
    public static IReadOnlyList<MapCluster> Of(IReadOnlyList<PlaceCount> places, double pixel)
    {
        var total = places.Sum(place => (long)place.Count);

        // 1.
        var cell = Apart * pixel / Math.Sqrt(2);
        var cells = new Dictionary<(int, int), Growing>();
        for (var rank = 0; rank < places.Count; rank++)
        {
            var place = places[rank];
            var (x, y) = LandOutlines.Project(place.Region.Latitude!.Value, place.Region.Longitude!.Value);
            var key = ((int)Math.Floor(x / cell), (int)Math.Floor(y / cell));
            if (!cells.TryGetValue(key, out var growing))
            {
                cells.Add(key, growing = new Growing());
            }

            growing.Add(place, rank, x, y);
        }

        // 2.
        var waiting = new Stack<Growing>(cells.Values.Reverse());
        var standing = new List<Growing>();
        while (waiting.TryPop(out var next))
        {
            var radius = Radius(next.Count);
            if (standing.FindIndex(other => Overlap(next, radius, other)) is var at and >= 0)
            {
                standing[at].Add(next);
                waiting.Push(standing[at]);
                standing.RemoveAt(at);
            }
            else
            {
                standing.Add(next);
            }
        }

        return [.. standing.OrderByDescending(circle => circle.Count).ThenBy(circle => circle.First)
            .Select(circle => new MapCluster(circle.Of(places), circle.Count, circle.X, circle.Y, Radius(circle.Count)))];

        double Radius(int count) => pixel * Math.Max(
            Digits(count) switch { <= 2 => Smallest, 3 => 11, 4 => 14, 5 => 17, _ => 20 },
            Math.Min(Largest * Math.Sqrt((double)count / total), Smallest * Math.Sqrt(count)));

        bool Overlap(Growing a, double radius, Growing b)
        {
            var least = Math.Max(radius + Radius(b.Count) + (Gap * pixel), Apart * pixel);
            return (a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y) < least * least;
        }
    }

    /// <summary>Height of the number within the circle.</summary>
    public double TextSize => Radius * Math.Min(1.15, 3.0 / Digits(Count));

    private static int Digits(int count) => (int)Math.Log10(Math.Max(1, count)) + 1;

    private sealed class Growing
    {
        private readonly Dictionary<string, (int Sum, int Most)> _kreise = new(StringComparer.Ordinal);

        // Ranks, since the order of numbers is had sooner than that of places.
        private readonly List<int> _places = [];
        private double _x, _y, _weight;

        public int Count { get; private set; }

        public double X => _x / _weight;

        public double Y => _y / _weight;

        /// <summary>Rank of its first place.</summary>
        public int First { get; private set; } = int.MaxValue;

        public PlaceCount[] Of(IReadOnlyList<PlaceCount> places)
        {
            _places.Sort();
            var own = new PlaceCount[_places.Count];
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = places[_places[i]];
            }

            return own;
        }

        public void Add(PlaceCount place, int rank, double x, double y)
        {
            _places.Add(rank);
            First = Math.Min(First, rank);
            Move(place.Count, x * place.Count, y * place.Count);
            Count += Grow(place.Group, place.Count, place.Kreis);
        }

        public void Add(Growing other)
        {
            _places.AddRange(other._places);
            First = Math.Min(First, other.First);
            Move(other._weight, other._x, other._y);
            foreach (var (key, (sum, most)) in other._kreise)
            {
                Count += Grow(key, sum, most);
            }
        }

        private void Move(double weight, double x, double y) => (_weight, _x, _y) = (_weight + weight, _x + x, _y + y);

        // Never more than the Kreis as a whole: there a hit with several places counts once.
        private int Grow(string key, int count, int most)
        {
            var before = _kreise.GetValueOrDefault(key).Sum;
            _kreise[key] = (before + count, most);
            return Math.Min(before + count, most) - Math.Min(before, most);
        }
    }
}
