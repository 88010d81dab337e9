using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Invented organisations: one for ten initiatives.</summary>
internal sealed class GeneratedOrganisations(GeneratorSource source, Words words, Zipf nounRanks, Sentences sentences, int seed)
{
    public const int InitiativesEach = 10;

    private const int Purpose = 2;

    // A legal form and the slug of its carrier type.
    private static readonly (string Form, string CarrierType)[] _forms =
    [
        ("e. V.", "gemeinnuetziger-verein-verband"),
        ("gGmbH", "ggmbh"),
        ("eG", "unternehmen-als-traeger"),
        ("Zweckverband", "zweck-verwaltungsverband"),
        ("Stiftung", "gemeinnuetziger-verein-verband"),
    ];

    private readonly Vocabulary _carrierTypes = source.Vocabularies.Find(VocabularyKeys.CarrierTypes)!;

    public string Id(int index) => ItemWriter.Id(Dice.For(seed, Purpose, index));

    public string Title(int index) => Draw(index).Title;

    public void Write(ItemWriter item, int index)
    {
        var (title, carrierType, place, dice) = Draw(index);
        var id = Dice.For(seed, Purpose, index);
        var published = GeneratedDates.Published(dice);
        item.Begin("Organisation", ItemWriter.Id(id), ItemWriter.Id(id), title, published.AddDays(-9), published);
        item.Path($"organisationen/{Slug.From(title)}-{seed}");
        item.Part("Organisation", () =>
        {
            if (source.Vocabularies.BySlug(carrierType) is { } term)
            {
                item.Terms("CarrierType", _carrierTypes, [term.Id]);
            }

            item.Text("SeatAgs", place.Ags);
            item.Text("Summary", sentences.Text("Organisation", 1, new Setting(words.Noun(nounRanks.Draw(dice)), place.Name, place.Kreis, [place.Name], [title]), dice));
        });
        item.Bag("Sources", () => { });
        item.Editorial(GeneratedDates.Checked(dice));
        item.Localization(id);
        item.End();
    }

    private (string Title, string CarrierType, GeneratedPlace Place, Dice Dice) Draw(int index)
    {
        var dice = Dice.For(seed, Purpose, index, 1);
        var (form, carrierType) = dice.Of(_forms);
        var place = dice.Of(source.Places);
        // The number of the house keeps titles apart that would otherwise be equal.
        var name = $"{words.Noun(nounRanks.Draw(dice)).Word} {words.Name(dice)} {index + 1}";
        return (form is "Zweckverband" or "Stiftung" ? $"{form} {name}" : $"{name} {form}", carrierType, place, dice);
    }
}

/// <summary>Days in the years around the portal's start; fixed, so that a seed always makes the same content.</summary>
internal static class GeneratedDates
{
    private static readonly DateTime _lastDay = new(2026, 10, 31, 16, 0, 0, DateTimeKind.Utc);

    /// <summary>Within the last two years.</summary>
    public static DateTime Published(Dice dice) => _lastDay.AddSeconds(-dice.Below(2 * 365 * 86_400)).AddTicks(dice.Between(1, 9_999_999));

    /// <summary>Within the last ten months.</summary>
    public static DateTime Checked(Dice dice) => _lastDay.AddDays(-dice.Below(300));

    /// <summary>The first of a month of the last 18 years.</summary>
    public static DateTime Start(Dice dice) => new DateTime(2008, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(dice.Below(18 * 12));
}
