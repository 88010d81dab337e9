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

    /// <summary>
    /// Whether two names begin with the same words. Directories shorten the rest („i.OB“ for „in Oberbayern“): where they do,
    /// the first word decides.
    /// </summary>
    private static bool IsSamePlace(string present, string official)
    {
        var (known, listed) = (Words(present), Words(official));
        var count = official.Contains('.', StringComparison.Ordinal) ? 1 : Math.Min(known.Length, listed.Length);
        for (var i = 0; i < count; i++)
        {
            var isShortened = official.Contains(listed[i] + '.', StringComparison.OrdinalIgnoreCase);
            if (known[i] != listed[i] && !(isShortened && known[i].StartsWith(listed[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Words(string name)
    {
        var words = NameFolding.WithE(name).Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = words[i] == "sankt" ? "st" : words[i];
        }

        return words;
    }
}
