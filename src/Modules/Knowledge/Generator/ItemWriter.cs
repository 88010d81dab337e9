using System.Globalization;
using System.Text.Json;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Writes content items in Orchard's JSON: envelope, parts, fields, nested items.</summary>
internal sealed class ItemWriter(Utf8JsonWriter json)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>An id made of the stream's next numbers.</summary>
    public static string Id(Dice dice) => string.Create(26, new UInt128(dice.Next(), dice.Next()), static (text, bits) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }
    });

    public void Begin(string type, string id, string versionId, string title, DateTime created, DateTime published)
    {
        json.WriteStartObject();
        json.WriteString("ContentItemId", id);
        json.WriteString("ContentItemVersionId", versionId);
        Envelope(type, title, flagged: true, created, published);
    }

    public void End() => json.WriteEndObject();

    /// <summary>A part with what <paramref name="fields"/> writes into it.</summary>
    public void Part(string name, Action fields)
    {
        json.WriteStartObject(name);
        fields();
        json.WriteEndObject();
    }

    public void Path(string path) => Part("AutoroutePart", () =>
    {
        json.WriteString("Path", path);
        json.WriteBoolean("SetHomepage", false);
        json.WriteBoolean("Disabled", false);
        json.WriteBoolean("RouteContainedItems", false);
        json.WriteBoolean("Absolute", false);
    });

    public void Localization(Dice dice) => Part("LocalizationPart", () =>
    {
        json.WriteString("LocalizationSet", Id(dice));
        json.WriteString("Culture", "de");
    });

    /// <summary>Marks the item as invented.</summary>
    public void Editorial(DateTime checkedOn) => Part("EditorialPart", () =>
    {
        Date("CheckedOn", checkedOn);
        Date("ReviewBy", checkedOn.AddYears(1));
        Text("Licence", "cc0-1.0");
        Flag("Sample", true);
    });

    public void Text(string field, string text) => Part(field, () => json.WriteString("Text", text));

    public void Markdown(string field, string text) => Part(field, () => json.WriteString("Markdown", text));

    public void Number(string field, decimal value) => Part(field, () => json.WriteNumber("Value", value));

    public void Flag(string field, bool value) => Part(field, () => json.WriteBoolean("Value", value));

    public void Date(string field, DateTime day) => Part(field, () => json.WriteString("Value", day.ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture)));

    public void Values(string field, params string[] values) => Part(field, () => List("Values", values));

    public void Items(string field, params string[] ids) => Part(field, () => List("ContentItemIds", ids));

    public void Terms(string field, Vocabulary vocabulary, IReadOnlyList<string> ids) => Part(field, () =>
    {
        json.WriteString("TaxonomyContentItemId", vocabulary.Id);
        List("TermContentItemIds", ids);
    });

    /// <summary>A bag; <paramref name="items"/> writes the nested items by <see cref="Nested"/>.</summary>
    public void Bag(string name, Action items) => Part(name, () =>
    {
        json.WriteStartArray("ContentItems");
        items();
        json.WriteEndArray();
    });

    public void Nested(string type, string title, Dice dice, Action fields)
    {
        json.WriteStartObject();
        json.WriteString("ContentItemId", Id(dice));
        json.WriteNull("ContentItemVersionId");
        Envelope(type, title, flagged: false, null, null);
        Part(type, fields);
        json.WriteEndObject();
    }

    private void Envelope(string type, string title, bool flagged, DateTime? created, DateTime? published)
    {
        json.WriteString("ContentType", type);
        json.WriteString("DisplayText", title);
        json.WriteBoolean("Latest", flagged);
        json.WriteBoolean("Published", flagged);
        Instant("ModifiedUtc", published);
        Instant("PublishedUtc", published);
        Instant("CreatedUtc", created);
        json.WriteString("Owner", "");
        json.WriteString("Author", "Redaktion");
        Part("TitlePart", () => json.WriteString("Title", title));
    }

    private void Instant(string name, DateTime? value)
    {
        if (value is { } instant)
        {
            json.WriteString(name, instant);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void List(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
