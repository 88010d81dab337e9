namespace Zukunftswerkstatt.Regions;

/// <summary>Sorted list of every name from each of its words on („halle saale“, „saale“); a prefix is a range of it.</summary>
internal sealed class RegionNameIndex
{
    private readonly string[] _keys;
    private readonly int[] _regions;
    private readonly bool[] _isWholeName;
    private readonly IReadOnlyList<Region> _all;

    public RegionNameIndex(IReadOnlyList<Region> regions)
    {
        _all = regions;
        var entries = new List<(string Key, int Region, bool IsWholeName)>(regions.Count * 2);
        for (var i = 0; i < regions.Count; i++)
        {
            if (regions[i].CanonicalAgs != regions[i].Ags)
            {
                continue; // shown as its Kreis or Land
            }

            var plain = NameFolding.Plain(regions[i].Name);
            var withE = NameFolding.WithE(regions[i].Name);
            AddWords(entries, plain, i);
            if (withE != plain)
            {
                AddWords(entries, withE, i);
            }
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        _keys = new string[entries.Count];
        _regions = new int[entries.Count];
        _isWholeName = new bool[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            (_keys[i], _regions[i], _isWholeName[i]) = entries[i];
        }
    }

    /// <summary>Best first: whole name before its beginning before a later word; existing before gone; then by level and inhabitants.</summary>
    public List<Region> Search(string text, int limit)
    {
        if (limit <= 0)
        {
            return [];
        }

        var best = new Dictionary<int, int>();
        var plain = NameFolding.Plain(text);
        Collect(plain, text, best);
        var withE = NameFolding.WithE(text);
        if (withE != plain)
        {
            Collect(withE, text, best);
        }

        return [.. best
            .OrderBy(hit => hit.Value)
            .ThenBy(hit => _all[hit.Key].GoneSince is not null)
            .ThenBy(hit => _all[hit.Key].Level == RegionLevel.Landkreis ? RegionLevel.Gemeinde : _all[hit.Key].Level)
            .ThenByDescending(hit => _all[hit.Key].Population?.Value ?? 0)
            .ThenBy(hit => hit.Key)
            .Take(limit)
            .Select(hit => _all[hit.Key])];
    }

    private void Collect(string query, string asTyped, Dictionary<int, int> best)
    {
        if (query.Length == 0)
        {
            return;
        }

        var from = Array.BinarySearch(_keys, query, StringComparer.Ordinal);
        from = from < 0 ? ~from : from;
        while (from > 0 && _keys[from - 1] == query)
        {
            from--;
        }

        for (var i = from; i < _keys.Length && _keys[i].StartsWith(query, StringComparison.Ordinal); i++)
        {
            var rank = Rank(i, query, asTyped);
            if (!best.TryGetValue(_regions[i], out var known) || rank < known)
            {
                best[_regions[i]] = rank;
            }
        }
    }

    private int Rank(int entry, string query, string asTyped)
    {
        if (_all[_regions[entry]].Name.Equals(asTyped, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var key = _keys[entry];
        var wholeWords = key.Length == query.Length || key[query.Length] == ' ';
        return (_isWholeName[entry], wholeWords) switch
        {
            (true, true) => key.Length == query.Length ? 1 : 2,
            (false, true) => 3,
            (true, false) => 4,
            (false, false) => 5,
        };
    }

    private static void AddWords(List<(string Key, int Region, bool IsWholeName)> entries, string name, int region)
    {
        for (var start = 0; start >= 0 && start < name.Length;)
        {
            entries.Add((start == 0 ? name : name[start..], region, start == 0));
            var blank = name.IndexOf(' ', start);
            start = blank < 0 ? -1 : blank + 1;
        }
    }
}
