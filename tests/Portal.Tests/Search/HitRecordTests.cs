using System.Text;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class HitRecordTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Bürgerbus Mulde", "Ein Bus, den Bürger fahren.")]
    [InlineData("\ud83d\ude8c", "a\nb")]
    public void What_was_written_is_read(string title, string body)
    {
        var document = SearchIndex.Document("id-ä", title) with { ItemId = "item", Payload = Encoding.UTF8.GetBytes(body) };

        var record = HitRecord.Read(Write(document, [("title", [title])], [("body", body.Split('\n'))]));

        Assert.Equal(("id-ä", "item"), (record.Id, record.ItemId));
        Assert.Equal(body, Encoding.UTF8.GetString(record.Payload.Span));
        Assert.Equal((title, body, null), (record.Text("title"), record.Text("body"), record.Text("summary")));
    }

    [Fact]
    public void A_text_that_payload_and_summary_share_is_kept_once()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"Wort{i * 7919}"));
        var document = SearchIndex.Document("a", "Titel") with { Payload = Encoding.UTF8.GetBytes(text) };

        Assert.InRange(Write(document, [("summary", [text])], []).Length, 1, Write(document, [], []).Length * 11 / 10);
    }

    [Fact]
    public void A_damaged_record_is_said_to_be_damaged()
    {
        var record = Write(SearchIndex.Document("a", "Titel"), [], [("body", ["Text"])]);
        foreach (var damaged in new byte[][] { [], record[..3], record[..12], [.. record[..8], .. new byte[record.Length - 8]], [255, 255, 255, 255, .. record[4..]], [.. record[..4], 0, 0, 0, 0, .. record[8..]] })
        {
            Assert.Throws<InvalidDataException>(() => HitRecord.Read(damaged));
        }

        Assert.Throws<InvalidDataException>(() => HitRecord.Read(record.AsMemory(0, record.Length - 1)).Text("body"));
    }

    [Fact]
    public void Records_come_one_after_the_other_out_of_the_same_room()
    {
        var writer = new HitRecordWriter();
        string[] texts = ["kurz", new string('x', 3_000_000), string.Concat(Enumerable.Range(0, 100_000)), "kurz"];
        foreach (var text in texts)
        {
            var record = HitRecord.Read(writer.Write(SearchIndex.Document(text[..4], "Titel"), [], [("body", [text, "Ende"])]));

            Assert.Equal((text[..4], text + "\nEnde"), (record.Id, record.Text("body")));
        }
    }

    private static byte[] Write(SearchDocument document, List<(string, IReadOnlyList<string>)> texts, List<(string, IReadOnlyList<string>)> bodies) =>
        [.. new HitRecordWriter().Write(document, texts, bodies)];
}
