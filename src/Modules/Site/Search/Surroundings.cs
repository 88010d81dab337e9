using System.Globalization;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>
/// The circle that an address asks for: <c>umkreis</c> is a key or a name, since a form without script can only send what was typed; <c>km</c>
/// is a whole number. What cannot be read is said, never an error.
/// </summary>
/// <param name="Place">Its middle; null when the portal knows no such place.</param>
/// <param name="Kilometres">How far around it.</param>
/// <param name="Problem">What was wrong with the number, or with the place.</param>
/// <param name="Others">Places of the same name.</param>
internal sealed record Surroundings(Region? Place, int Kilometres, string? Problem, IReadOnlyList<Region> Others)
{
    public const int Least = 1;
    public const int Most = 200;
    public const int Usual = 25;

    private const int MostOthers = 5;
    private const int Looked = 40;

    /// <summary>Distances that the form offers.</summary>
    public static IReadOnlyList<int> Steps { get; } = [5, 10, 25, 50, 100, 200];

    /// <summary>Null when the address asks for no circle.</summary>
    public static Surroundings? Of(SearchState state, Language language, RegionSnapshot regions)
    {
        if (state.Around.Length == 0)
        {
            return null;
        }

        var (kilometres, problem) = Read(state.Kilometres, language);
        if (PlaceOf(regions, regions.Find(state.Around)) is { } exact)
        {
            return new Surroundings(exact, kilometres, problem, []);
        }

        var found = Named(regions, state.Around);
        if (found is not [var place, ..])
        {
            var unknown = regions.Find(state.Around) is { Level: RegionLevel.Land or RegionLevel.Bund } large
                ? language.Pick($"{large.Name} ist zu groß für einen Umkreis.", $"{large.Name} is too large to search around.")
                : language.Pick($"Einen Ort „{state.Around}“ kennt das Portal nicht.", $"The portal knows no place “{state.Around}”.");
            return new Surroundings(null, kilometres, unknown + language.Pick(
                " Schreiben Sie den Namen einer Gemeinde oder eines Kreises oder den amtlichen Schlüssel, zum Beispiel Burgstädt oder 14522060.",
                " Write the name of a municipality or district or its official key, such as Burgstädt or 14522060."), []);
        }

        var named = state.Around.Contains('(', StringComparison.Ordinal)
            ? []
            : found.Skip(1).Where(r => Same(Plain(r.Name), Plain(place.Name))).Take(MostOthers).ToList();
        return new Surroundings(place, kilometres, problem, named);
    }

    /// <summary>For the index; null when the place is unknown.</summary>
    public Circle? Circle => Place is { Latitude: { } latitude, Longitude: { } longitude } ? new Circle(new GeoPoint(latitude, longitude), Kilometres) : null;

    /// <summary>The same search as an address that does not depend on how it was typed.</summary>
    public SearchState Written(SearchState state) => state with
    {
        Around = Place?.CanonicalAgs ?? state.Around,
        Kilometres = Kilometres.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What the form shows: the name, with its Kreis when the name alone would lead elsewhere.</summary>
    public string FormText(RegionSnapshot regions, SearchState state) => Place is null ? state.Around
        : Named(regions, Place.Name) is [var first, ..] && first == Place ? Place.Name
        : regions.QualifiedName(Place);

    /// <summary>„Umkreis von 25 km um Burgstädt“.</summary>
    public string Label(Language language, SearchState state) => language.Pick(
        $"Umkreis von {Kilometres} km um {Place?.Name ?? state.Around}", $"Within {Kilometres} km of {Place?.Name ?? state.Around}");

    /// <summary>Places that a name means, the likeliest first. „Neustadt (Landkreis Saarlouis)“ is a name that the form wrote itself.</summary>
    private static List<Region> Named(RegionSnapshot regions, string name) =>
        [.. regions.Search(Plain(name), Looked).Where(r => r.GoneSince is null).Select(r => PlaceOf(regions, r)).OfType<Region>().Distinct()
            .OrderBy(r => Same(regions.QualifiedName(r), name) ? 0 : Same(r.Name, name) ? 1 : 2)];

    private static bool Same(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>„Burg (Spreewald)“ is called Burg.</summary>
    private static string Plain(string name) => name.Split('(')[0].Trim();

    /// <summary>Municipalities and Kreise have a middle; of the Länder only those that are a town.</summary>
    private static Region? PlaceOf(RegionSnapshot regions, Region? region) => region switch
    {
        { Level: RegionLevel.Land } => regions.Find(region.Ags + "000000") is { Latitude: not null, Longitude: not null } town ? town : null,
        { Level: not RegionLevel.Bund, Latitude: not null, Longitude: not null } => region,
        _ => null,
    };

    private static (int Kilometres, string? Problem) Read(string text, Language language)
    {
        if (text.Length == 0)
        {
            return (Usual, null);
        }

        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return (Usual, language.Pick(
                $"„{text}“ ist keine Entfernung in Kilometern; gesucht wurde im Umkreis von {Usual} km.", $"“{text}” is no distance in kilometres; {Usual} km were searched."));
        }

        var kilometres = (int)Math.Clamp(Math.Round(number), Least, Most);
        return (kilometres, number is >= Least and <= Most ? null : language.Pick(
            $"Der Umkreis darf {Least} bis {Most} km betragen; gesucht wurde mit {kilometres} km.", $"The distance may be {Least} to {Most} km; {kilometres} km were searched."));
    }
}
