using System.Buffers;
using System.Text.Json;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Everything a seed generates, by index. Immutable, so that threads can write batches side by side.</summary>
internal sealed class GeneratedItems
{
    private readonly GeneratedOrganisations _organisations;
    private readonly GeneratedInitiatives _initiatives;

    public GeneratedItems(GeneratorSource source, int seed)
    {
        var words = Words.Load();
        var nounRanks = new Zipf(words.NounCount);
        var sentences = new Sentences(words, nounRanks);
        _organisations = new GeneratedOrganisations(source, words, nounRanks, sentences, seed);
        _initiatives = new GeneratedInitiatives(
            source, sentences, new GeneratedTitles(source.Places, words, nounRanks, seed), _organisations, seed);
    }

    public string InitiativeId(int index) => _initiatives.Id(index);

    /// <summary>Id and title of an organisation; one comes with every ten initiatives.</summary>
    public (string Id, string Title) Organisation(int index) => (_organisations.Id(index), _organisations.Title(index));

    /// <summary>The recipe step with the initiatives from one index to below another, their evidence, and the organisations that come with them.</summary>
    public JsonDocument Write(int from, int to)
    {
        var buffer = new ArrayBufferWriter<byte>((to - from) * 16_384);
        using var json = new Utf8JsonWriter(buffer, ContentItemJson.Readable);
        json.WriteStartObject();
        json.WriteString("name", "content");
        json.WriteStartArray("data");
        var item = new ItemWriter(json);
        for (var i = from; i < to; i++)
        {
            if (i % GeneratedOrganisations.InitiativesEach == 0)
            {
                _organisations.Write(item, i / GeneratedOrganisations.InitiativesEach);
            }

            _initiatives.Write(item, i);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return JsonDocument.Parse(buffer.WrittenMemory);
    }
}
