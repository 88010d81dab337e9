using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Invented initiatives with about 4 kB of text, and two or three pieces of evidence each.</summary>
internal sealed class GeneratedInitiatives(
    GeneratorSource source, Sentences sentences, GeneratedTitles titles, GeneratedOrganisations organisations, int seed)
{
    private const int Purpose = 1;
    private const int EvidencePurpose = 5;

    private static readonly string[] _effects = ["promoting", "promoting", "promoting", "promoting", "hindering", "neutral"];
    private static readonly string[] _outcomes = ["continued", "continued", "continued", "changed", "discontinued", "unknown"];
    private static readonly string[] _resolutions = ["required", "not-required", "unknown"];
    private static readonly string[] _sources = ["Gespräch mit der Projektleitung", "Vorlage an den Rat", "Jahresbericht", "Befragung der Nutzenden", "Amtsblatt"];
    private static readonly string[] _programmes = ["Landesfonds Zusammenhalt", "Umlage der Gemeinden", "Spenden und Beiträge", "Haushalt des Landkreises", "Förderlinie Ortskerne"];
    private static readonly string[] _indicators = ["Anteil der ab 65-Jährigen", "Wanderungssaldo der 18- bis 29-Jährigen", "Arbeitslosenquote im Kreis", "Leerstand"];

    // Sections of text in the order of the form, and how many sentences each has.
    private static readonly (string Field, int From, int To)[] _texts =
    [
        ("InitialSituation", 6, 9), ("BuildingBlocks", 5, 8), ("Steps", 6, 8), ("Results", 8, 11), ("Obstacles", 6, 8), ("Lessons", 5, 8), ("Transferability", 5, 7),
    ];

    private readonly Vocabulary[] _vocabularies = [.. new[]
    {
        VocabularyKeys.Goals, VocabularyKeys.Kinds, VocabularyKeys.Scopes, VocabularyKeys.Topics, VocabularyKeys.Groups, VocabularyKeys.CarrierTypes,
    }.Select(key => source.Vocabularies.Find(key)!)];

    private readonly Zipf[] _shares = [.. Enumerable.Range(1, 100).Select(count => new Zipf(count))];

    public string Id(int index) => ItemWriter.Id(Dice.For(seed, Purpose, index));

    /// <summary>Writes the initiative and its evidence.</summary>
    public void Write(ItemWriter item, int index)
    {
        var ids = Dice.For(seed, Purpose, index);
        var dice = Dice.For(seed, Purpose, index, 1);
        var place = titles.Place(index);
        var subject = titles.Subject(index);
        var title = titles.Title(index, subject, place);
        int[] partners = [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Share(dice, (index / GeneratedOrganisations.InitiativesEach) + 1)).Distinct()];
        var setting = new Setting(subject, place.Name, place.Kreis, [.. Enumerable.Range(0, 4).Select(_ => dice.Of(source.Places).Name)], [.. partners.Select(organisations.Title)]);
        var id = ItemWriter.Id(ids);
        var published = GeneratedDates.Published(dice);

        item.Begin("Initiative", id, ItemWriter.Id(ids), title, published.AddDays(-dice.Between(1, 200)), published);
        // Titles that differ in an umlaut only share a slug, and another seed may draw the same title.
        item.Path($"initiativen/{Slug.From(title)}-{seed}-{index + 1}");
        item.Part("Initiative", () => WriteFields(item, index, setting, dice));
        item.Bag("Regions", () => WriteRegions(item, place, ids, dice));
        item.Bag("Organisations", () =>
        {
            for (var i = 0; i < partners.Length; i++)
            {
                WriteRole(item, organisations.Id(partners[i]), i == 0 ? "carrier" : "partner", ids);
            }
        });
        item.Bag("Funding", () => WriteFunding(item, ids, dice));
        item.Bag("Context", () => WriteContext(item, ids, dice));
        item.Bag("Sources", () => WriteSources(item, ids, dice));
        item.Editorial(GeneratedDates.Checked(dice));
        item.Localization(ids);
        item.End();

        var pieces = dice.Between(2, 3);
        var factors = new HashSet<string>();
        while (factors.Count < Math.Min(pieces, source.FactorIds.Count))
        {
            factors.Add(source.FactorIds[Share(dice, source.FactorIds.Count)]);
        }

        foreach (var (factor, number) in factors.Select((factor, number) => (factor, number)))
        {
            WriteEvidence(item, Dice.For(seed, EvidencePurpose, index, number), id, factor, setting);
        }
    }

    private void WriteFields(ItemWriter item, int index, Setting setting, Dice dice)
    {
        item.Text("Summary", sentences.Text("Summary", 1, setting, dice));
        foreach (var (field, from, to) in _texts)
        {
            item.Markdown(field, sentences.Text(field, dice.Between(from, to), setting, dice));
        }

        var start = GeneratedDates.Start(dice);
        item.Date("Start", start);
        if (dice.Percent(40))
        {
            item.Date("End", start.AddMonths(dice.Between(6, 60)));
        }

        item.Text("Precision", "month");
        item.Terms("Goals", _vocabularies[0], TermIds(_vocabularies[0], dice, 1, 2));
        item.Terms("Kinds", _vocabularies[1], TermIds(_vocabularies[1], dice, 1, 2));
        item.Terms("Scopes", _vocabularies[2], TermIds(_vocabularies[2], dice, 1, 1));
        item.Terms("Topics", _vocabularies[3], TermIds(_vocabularies[3], dice, 1, 3));
        item.Terms("TargetGroups", _vocabularies[4], TermIds(_vocabularies[4], dice, 1, 3));
        item.Items("MeasureType", source.MeasureTypeIds[Share(dice, source.MeasureTypeIds.Count)]);
        item.Number("Staff", dice.Between(0, 12) / 4m);
        item.Number("AnnualCost", dice.Between(2, 400) * 500);
        item.Number("MinimumInhabitants", dice.Between(1, 60) * 500);
        item.Terms("CarrierTypes", _vocabularies[5], TermIds(_vocabularies[5], dice, 1, 2));
        item.Text("CouncilResolution", dice.Of(_resolutions));
        item.Number("MonthsToEffect", dice.Between(2, 36));
        item.Text("Outcome", dice.Of(_outcomes));
        item.Number("EvidenceGrade", Math.Min(4, Share(dice, 5)));
        item.Text("EvidenceReason", sentences.Text("EvidenceReason", 1, setting, dice));
        if (index > 0 && dice.Percent(10))
        {
            item.Items("AdoptedFrom", ItemWriter.Id(Dice.For(seed, Purpose, dice.Below(index))));
        }

        item.Text("ContactFunction", "Projektleitung");
        item.Text("ContactMail", "kontakt@example.org");
    }

    private static void WriteRegions(ItemWriter item, GeneratedPlace place, Dice ids, Dice dice)
    {
        Write(place.Ags, "place");
        var partners = place.Neighbours.Count == 0 ? 0 : dice.Below(4);
        foreach (var ags in Enumerable.Range(0, partners).Select(_ => dice.Of(place.Neighbours)).Distinct())
        {
            Write(ags, "partner");
        }

        void Write(string ags, string role) => item.Nested("RegionRole", ags, ids, () =>
        {
            item.Text("Ags", ags);
            item.Text("Role", role);
        });
    }

    private static void WriteRole(ItemWriter item, string organisation, string role, Dice ids) => item.Nested("OrganisationRole", role, ids, () =>
    {
        item.Items("Organisation", organisation);
        item.Text("Role", role);
    });

    private static void WriteFunding(ItemWriter item, Dice ids, Dice dice)
    {
        for (var i = dice.Below(3); i > 0; i--)
        {
            var programme = $"{dice.Of(_programmes)} (Beispiel)";
            item.Nested("Funding", programme, ids, () =>
            {
                item.Text("Programme", programme);
                item.Number("Amount", dice.Between(4, 400) * 500);
                item.Text("Period", "jährlich");
            });
        }
    }

    private static void WriteContext(ItemWriter item, Dice ids, Dice dice)
    {
        var indicator = dice.Of(_indicators);
        item.Nested("ContextFigure", indicator, ids, () =>
        {
            item.Text("Indicator", indicator);
            item.Number("Year", dice.Between(2016, 2024));
            item.Number("Value", dice.Between(20, 400) / 10m);
            item.Text("Unit", "Prozent");
            item.Text("Source", "Beispielwert, frei erfunden");
        });
    }

    private static void WriteSources(ItemWriter item, Dice ids, Dice dice)
    {
        for (var i = dice.Between(1, 2); i > 0; i--)
        {
            var source = $"{dice.Of(_sources)} – Beispielquelle, frei erfunden";
            item.Nested("Source", source, ids, () => item.Text("Title", source));
        }
    }

    private void WriteEvidence(ItemWriter item, Dice ids, string initiative, string factor, Setting setting)
    {
        var id = ItemWriter.Id(ids);
        var version = ItemWriter.Id(ids);
        var statement = sentences.Text("Evidence", 1, setting, ids);
        var published = GeneratedDates.Published(ids);
        item.Begin("FactorEvidence", id, version, statement.Length > 120 ? $"{statement.AsSpan(0, 119)}…" : statement, published, published);
        item.Part("FactorEvidence", () =>
        {
            item.Items("Factor", factor);
            item.Items("Initiative", initiative);
            item.Text("Effect", ids.Of(_effects));
            item.Number("Strength", ids.Between(1, 3));
            item.Number("Grade", Share(ids, 5));
            item.Text("Statement", statement);
        });
        item.Bag("Sources", () => { });
        item.Editorial(GeneratedDates.Checked(ids));
        item.Localization(ids);
        item.End();
    }

    private string[] TermIds(Vocabulary vocabulary, Dice dice, int from, int to) =>
        [.. Enumerable.Range(0, dice.Between(from, to)).Select(_ => vocabulary.Terms[Share(dice, vocabulary.Terms.Count)].Id).Distinct()];

    // Of short lists the first are the most frequent; long ones (organisations) are drawn evenly.
    private int Share(Dice dice, int count) => count <= _shares.Length ? _shares[count - 1].Draw(dice) : dice.Below(count);
}
