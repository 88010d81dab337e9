namespace Zukunftswerkstatt.Regions;

/// <summary>What the lines of a Gemeindeverzeichnis add up to.</summary>
internal sealed class MunicipalDirectory(string format) : ImportContent
{
    private readonly Dictionary<string, DirectoryEntry> _entries = new(12_000, StringComparer.Ordinal);

    public string Format { get; } = format;

    /// <summary>Gebietsstand.</summary>
    public DateOnly? AsOf { get; set; }

    public IReadOnlyDictionary<string, DirectoryEntry> Entries => _entries;

    /// <summary>Areas without a Kreis, such as coastal waters.</summary>
    public int Skipped { get; private set; }

    /// <summary>
    /// The figures are those of the last 31 December before the Gebietsstand. For the annual edition (Gebietsstand 31 December)
    /// this may name a year too early, never one too late; the quarterly editions are exact.
    /// </summary>
    public int FigureYear => AsOf!.Value.Year - 1;

    public void Add(DirectoryEntry entry)
    {
        // Coastal waters and the German-Luxembourg condominium stand below a Kreis "00" that does not exist.
        if (entry.Level == RegionLevel.Gemeinde && entry.Ags[2..5] == "000" && entry.Unincorporated)
        {
            Skipped++;
        }
        else if (!_entries.TryAdd(entry.Ags, entry))
        {
            Fail(entry.Line, ImportMessages.Duplicate(entry.Ags, _entries[entry.Ags].Line));
        }
    }

    public override void Check(RegionSnapshot register)
    {
        foreach (var entry in _entries.Values)
        {
            if (entry.Level == RegionLevel.Gemeinde && !_entries.ContainsKey(entry.Ags[..5]))
            {
                Fail(entry.Line, ImportMessages.NoKreis(entry.Ags));
            }
        }

        var listed = _entries.Values.Where(entry => entry.Level == RegionLevel.Gemeinde)
            .GroupBy(entry => entry.Ags[..2]).ToDictionary(group => group.Key, group => group.Count());
        foreach (var land in register.ByLevel(RegionLevel.Land))
        {
            if (!_entries.ContainsKey(land.Ags))
            {
                Fail(ImportMessages.MissingLand(land.Ags, land.Name));
                continue;
            }

            // Reforms dissolve some municipalities a year, never a fifth of a Land: a file cut off at the end of a line looks like that.
            var known = register.All.Count(region =>
                region.Level == RegionLevel.Gemeinde && region.LandAgs == land.Ags && region.GoneSince is null);
            var count = listed.GetValueOrDefault(land.Ags);
            if (count < known * 0.8)
            {
                Fail(ImportMessages.TooManyGone(land.Name, count, known));
            }
        }
    }
}
