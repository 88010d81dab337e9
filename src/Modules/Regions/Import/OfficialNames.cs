namespace Zukunftswerkstatt.Regions;

/// <summary>From the names of a Gemeindeverzeichnis to those of the register.</summary>
internal static class OfficialNames
{
    /// <summary>
    /// The name alone. The register's own stays when it names the same place, since directories abbreviate („Sulzbach a.Main, M“).
    /// </summary>
    public static string Short(DirectoryEntry entry, string? present)
    {
        return entry.Level switch
        {
            RegionLevel.Land => present ?? entry.OfficialName,
            RegionLevel.Landkreis => Full(entry),
            _ => present is not null && IsSamePlace(present, Bare(entry.OfficialName)) ? present : Bare(entry.OfficialName),
        };
    }

    /// <summary>The official name; of a Landkreis with its title, which directories leave out.</summary>
    public static string Full(DirectoryEntry entry)
    {
        if (entry.Level != RegionLevel.Landkreis)
        {
            return entry.OfficialName;
        }

        var bare = Bare(entry.OfficialName);
        var carriesTitle = bare.Contains("kreis", StringComparison.OrdinalIgnoreCase)
            || bare.Contains("region", StringComparison.OrdinalIgnoreCase)
            || bare.Contains("verband", StringComparison.OrdinalIgnoreCase);
        return carriesTitle ? bare : (entry.Kind == "43" ? "Kreis " : "Landkreis ") + bare;
    }

    private static string Bare(string official)
    {
        // "Crostwitz / Chrósćicy" gives the Sorbian name, too; "Burgstädt, Stadt" the title.
        var name = official.Split(',')[0];
        var second = name.IndexOf(" / ", StringComparison.Ordinal);
        return (second > 0 ? name[..second] : name).Trim();
    }

    private static bool IsSamePlace(string present, string official)
    {
        var (a, b) = (NameFolding.WithE(present), NameFolding.WithE(official));
        return IsTelling(FirstWord(a)) && FirstWord(a) == FirstWord(b) || b.StartsWith(a, StringComparison.Ordinal) || a.StartsWith(b, StringComparison.Ordinal);
    }

    private static string FirstWord(string folded)
    {
        var first = folded.Split(' ')[0];
        return first == "sankt" ? "st" : first;
    }

    // "Bad", "Neu", "Groß" begin many names.
    private static bool IsTelling(string word) => word.Length >= 6;
}
