using System.Collections.Frozen;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>All vocabularies at one moment. Immutable; safe to read from any thread.</summary>
public sealed class VocabularySet
{
    private readonly FrozenDictionary<string, Term> _byId;
    private readonly FrozenDictionary<string, Term> _bySlug;
    private readonly FrozenDictionary<string, Vocabulary> _byKey;

    private VocabularySet(IReadOnlyList<Vocabulary> vocabularies)
    {
        All = vocabularies;
        _byKey = vocabularies.DistinctBy(v => v.Key).ToFrozenDictionary(v => v.Key, StringComparer.Ordinal);
        var terms = vocabularies.SelectMany(v => v.Terms).ToList();
        _byId = terms.DistinctBy(t => ContentIds.Key(t.Id)).ToFrozenDictionary(t => ContentIds.Key(t.Id), StringComparer.Ordinal);
        _bySlug = terms.DistinctBy(t => t.Slug).ToFrozenDictionary(t => t.Slug, StringComparer.Ordinal);
    }

    /// <summary>No vocabularies.</summary>
    public static VocabularySet Empty { get; } = new([]);

    /// <summary>Every vocabulary, in order of its title.</summary>
    public IReadOnlyList<Vocabulary> All { get; }

    /// <summary>The vocabulary with this key, or <c>null</c>.</summary>
    public Vocabulary? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The term with this content item id, or <c>null</c>.</summary>
    public Term? ById(string id) => _byId.GetValueOrDefault(ContentIds.Key(id));

    /// <summary>The term with this slug, or <c>null</c>.</summary>
    public Term? BySlug(string? slug) => slug is null ? null : _bySlug.GetValueOrDefault(slug);

    /// <summary>The known terms among the ids, in their order.</summary>
    public IEnumerable<Term> ByIds(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (ById(id) is { } term)
            {
                yield return term;
            }
        }
    }

    /// <summary>Reads the vocabularies out of published taxonomies. A term without a slug cannot be addressed and is left out with what is below it.</summary>
    public static VocabularySet Read(IEnumerable<ContentItem> taxonomies) =>
        new([.. taxonomies.Select(ReadOne).OrderBy(v => v.Title, StringComparer.Ordinal)]);

    private static Vocabulary ReadOne(ContentItem taxonomy)
    {
        var key = taxonomy.Alias ?? Slug.From(taxonomy.DisplayText);
        var terms = new List<Term>();
        Add(taxonomy, key, null, terms);
        return new Vocabulary(taxonomy.ContentItemId, key, taxonomy.DisplayText, terms);
    }

    private static void Add(ContentItem parent, string vocabulary, Term? broader, List<Term> terms)
    {
        foreach (var item in parent.NestedTerms())
        {
            if (item.Text("Term", "Slug") is not { Length: > 0 } slug)
            {
                continue;
            }

            var term = new Term
            {
                Id = item.ContentItemId,
                Slug = slug,
                Vocabulary = vocabulary,
                German = item.DisplayText,
                English = item.Text("Term", "EnglishName") is { Length: > 0 } english ? english : item.DisplayText,
                Definition = item.Text("Term", "Definition"),
                Broader = broader?.Slug,
                Path = broader is null ? slug : $"{broader.Path}/{slug}",
            };
            terms.Add(term);
            Add(item, vocabulary, term, terms);
        }
    }
}
