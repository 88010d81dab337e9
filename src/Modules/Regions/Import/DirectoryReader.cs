namespace Zukunftswerkstatt.Regions;

/// <summary>Reads one format of the Gemeindeverzeichnis line by line into a <see cref="MunicipalDirectory"/>.</summary>
internal abstract class DirectoryReader(string format)
{
    public MunicipalDirectory Directory { get; } = new(format);

    /// <summary>Takes the next line; never throws, whatever the text.</summary>
    public abstract void Read(int line, string text);

    /// <summary>The checks both formats share: key, kind and name.</summary>
    protected bool IsRegion(int line, string type, string ags, string kind, string name)
    {
        var problem =
            !IsDigits(ags) || string.CompareOrdinal(ags, 0, "01", 0, 2) < 0 || string.CompareOrdinal(ags, 0, "16", 0, 2) > 0
                ? ImportMessages.Expected("AGS", ags.Trim(), IsDigits(ags) ? ImportMessages.KnownLand : ImportMessages.Digits(ags.Length))
            : type == "40" && kind is not ("41" or "42" or "43" or "44" or "45")
                ? ImportMessages.Expected("Textkennzeichen", kind.Trim(), ImportMessages.KreisKind)
            : type == "60" && kind is not ("60" or "61" or "62" or "63" or "64" or "65" or "66" or "67")
                ? ImportMessages.Expected("Textkennzeichen", kind.Trim(), ImportMessages.MunicipalityKind)
            : name.Length == 0 || !name.Any(char.IsLetter)
                ? ImportMessages.Expected("Name", name, ImportMessages.Name)
            : null;
        if (problem is not null)
        {
            Directory.Fail(line, problem);
        }

        return problem is null;
    }

    protected static RegionLevel LevelOf(string type, string kind) => (type, kind) switch
    {
        ("10", _) => RegionLevel.Land,
        ("40", "41" or "42") => RegionLevel.KreisfreieStadt,
        ("40", _) => RegionLevel.Landkreis,
        _ => RegionLevel.Gemeinde,
    };

    protected static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
