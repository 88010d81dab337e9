using Lucene.Net.Documents;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Snapshots;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary><see cref="SearchDocument"/> → Lucene document. Not thread-safe: one indexing thread owns it.</summary>
/// <param name="schema">The portal's schema.</param>
/// <param name="tools">What is known of the languages.</param>
/// <param name="filling">Whether nothing is learnt between its documents.</param>
internal sealed class DocumentMaker(CompiledSchema schema, LanguageTools tools, bool filling)
{
    /// <summary>Longest binary doc value that Lucene takes; longer ones become stored fields.</summary>
    internal const int MaxDocValue = 32_000;

    /// <summary>Places of one document that a circle finds it by.</summary>
    internal const int MaxPoints = 1000;

    private readonly TextTerms _terms = new(tools, filling);
    private readonly TextField[] _texts = [.. schema.Declared.Texts.OrderBy(t => t.Role)];
    private readonly FacetDocValues _facetValues = new(schema);

    // A new field would have a token stream of its own, which is made of half a dozen dictionaries.
    private readonly StringField _item = new(IndexFields.Item, "", Field.Store.NO);
    private readonly List<StringField>[] _titleKeys = [.. Enumerable.Range(0, IndexFields.PartitionCount).Select(_ => new List<StringField>())];

    private readonly Document _document = new();

    // What a hit can be marked in.
    private readonly List<(string Name, IReadOnlyList<string> Values)> _kept = [], _bodies = [];

    private readonly HitRecordWriter _record = new();

    /// <summary>Where the terms of the documents are from.</summary>
    public TermTable Terms => _terms.Table;

    /// <summary>Forgets the words and <see cref="Terms"/> of documents before, once nobody needs them.</summary>
    public void Forget() => _terms.Forget();

    /// <summary>The result is read before the next call; it shares buffers.</summary>
    public Document Make(SearchDocument document)
    {
        var language = Language.Of(document.Culture);
        var partition = IndexFields.Partition(language.Index, document.Kind);
        _item.SetStringValue(document.ItemId);
        var result = _document;
        result.Fields.Clear();
        result.Add(_item);
        _terms.Clear();
        _kept.Clear();
        _bodies.Clear();
        var titles = 0;

        // 1. Texts: terms, title key, copies for highlighting. Titles first, so that their words stand first in Positions.
        foreach (var text in _texts)
        {
            if (!document.Texts.TryGetValue(text.Name, out var values))
            {
                continue;
            }

            // By number here and below: an enumerator of an interface is an object, and a document has thirty such lists.
            for (var i = 0; i < values.Count; i++)
            {
                var value = values[i];
                _terms.Add(language, value, text.Role, Weight(text));
                if (text.Role == TextRole.Title && document.Kind == DocumentKind.Item)
                {
                    result.Add(TitleKeyField(partition, titles++, TitleKey.Of(value, language)));
                }
            }

            if (text.Highlighted)
            {
                (text.Role == TextRole.Body ? _bodies : _kept).Add((text.Name, values));
            }
        }

        result.Add(new Field(IndexFields.Stems(partition), _terms.Stems, IndexFields.StemsType));
        result.Add(new Field(IndexFields.Forms(partition), _terms.Forms, IndexFields.FormsType));

        // 2. Facets: every value with its ancestors.
        foreach (var (name, values) in document.Facets)
        {
            if (schema.Facet(name) is var facet and >= 0)
            {
                for (var i = 0; i < values.Count; i++)
                {
                    foreach (var field in _facetValues.Find(facet, values[i]))
                    {
                        result.Add(field);
                    }
                }
            }
        }

        // 3. What matching and sorting read.
        var shown = document.ShownIn.Count == 0 ? 1 << language.Index : document.ShownIn.Aggregate(0, (mask, c) => mask | (1 << Language.Of(c).Index));
        var mode = schema.Mode(document.Mode);
        if (mode < 0)
        {
            throw new InvalidOperationException($"Search document {document.Id} has the mode '{document.Mode}', which no schema declares.");
        }

        var meta = new DocumentMeta(
            (byte)mode,
            (byte)partition,
            (byte)shown,
            DocumentMeta.Quantise(_terms.Length),
            DocumentMeta.Quantise(_terms.TitleLength),
            document.SuggestedAs?.Importance ?? 0,
            (byte)Math.Round(255 * Math.Clamp(document.Quality, 0, 1)));
        result.Add(new NumericDocValuesField(IndexFields.Meta, meta.Pack()));
        result.Add(new NumericDocValuesField(IndexFields.Date, document.DateUtc is { } date ? new DateTimeOffset(date, TimeSpan.Zero).ToUnixTimeSeconds() : 0));
        result.Add(new SortedDocValuesField(IndexFields.Title, new BytesRef(TitleKey.ForSorting(FirstTitle(document)))));
        foreach (var (name, number) in document.Numbers)
        {
            if (schema.Number(name) is var index and >= 0 && double.IsFinite(number))
            {
                result.Add(new NumericDocValuesField(IndexFields.Number(index), BitConverter.DoubleToInt64Bits(number)));
            }
        }

        if (document.Points.Count > 0)
        {
            result.Add(new BinaryDocValuesField(IndexFields.Points, new BytesRef(SegmentPoints.Pack([.. document.Points.Take(MaxPoints)]))));
        }

        // 4. What its name is found by while it is typed.
        if (document.SuggestedAs is { } suggested && schema.SuggestionGroup(suggested.Group) is var group and >= 0)
        {
            foreach (var name in suggested.OtherNames.Prepend(FirstTitle(document)))
            {
                NameTerms.Add(_terms.Table, _terms.Names, group, name);
            }

            result.Add(new Field(IndexFields.Names, _terms.Names, IndexFields.NamesType));
        }

        // 5. What a hit shows.
        AddHit(result, _record.Write(document, _kept, _bodies));
        return result;
    }

    private StringField TitleKeyField(int partition, int number, string key)
    {
        var fields = _titleKeys[partition];
        if (fields.Count == number)
        {
            fields.Add(new(IndexFields.TitleKey(partition), "", Field.Store.NO));
        }

        fields[number].SetStringValue(key);
        return fields[number];
    }

    private static int Weight(TextField text)
    {
        var weight = text.Role switch
        {
            // What stands in a title or another name is marked; a repetition would only cost space.
            TextRole.Title => 1,
            TextRole.Alias => 1,
            TextRole.Summary => 2,
            TextRole.Statement => 2,
            _ => 1,
        };
        return Math.Max(1, (int)Math.Round(weight * text.Boost));
    }

    private string FirstTitle(SearchDocument document)
    {
        foreach (var text in schema.Declared.Texts)
        {
            if (text.Role == TextRole.Title && document.Texts.TryGetValue(text.Name, out var values) && values.Count > 0)
            {
                return values[0];
            }
        }

        return "";
    }

    private static void AddHit(Document result, ArraySegment<byte> record)
    {
        var bytes = new BytesRef(record.Array, record.Offset, record.Count);
        result.Add(record.Count <= MaxDocValue ? new BinaryDocValuesField(IndexFields.Hit, bytes) : new StoredField(IndexFields.Hit, bytes));
    }
}
