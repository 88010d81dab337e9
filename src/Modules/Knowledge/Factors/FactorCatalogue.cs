using System.Collections.Frozen;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>All published success factors at one moment: dozens, so they are kept whole. Immutable.</summary>
public sealed class FactorCatalogue
{
    private readonly FrozenDictionary<string, Factor> _bySlug;
    private readonly FrozenDictionary<string, Factor> _byId;

    private FactorCatalogue(IReadOnlyList<Factor> factors)
    {
        All = factors;
        _bySlug = factors.ToFrozenDictionary(f => f.Slug, StringComparer.Ordinal);
        _byId = factors
            .SelectMany(f => new[] { f.German.Id, f.English?.Id }.OfType<string>().Distinct().Select(id => (Id: ContentIds.Key(id), Factor: f)))
            .ToFrozenDictionary(p => p.Id, p => p.Factor, StringComparer.Ordinal);
    }

    /// <summary>Every factor, by German title.</summary>
    public IReadOnlyList<Factor> All { get; }

    /// <summary>By its code in index and addresses.</summary>
    public Factor? BySlug(string? slug) => slug is null ? null : _bySlug.GetValueOrDefault(slug);

    /// <summary>By the content item id of either language.</summary>
    public Factor? ById(string id) => _byId.GetValueOrDefault(ContentIds.Key(id));

    /// <summary>Joins the language versions of published factors. A factor without a path has no page and is left out.</summary>
    public static FactorCatalogue Read(IEnumerable<ContentItem> items)
    {
        var factors = items.Where(i => i.Path is not null)
            .GroupBy(i => i.LocalizationSet is { Length: > 0 } set ? "set:" + set : i.ContentItemId, StringComparer.Ordinal)
            .Select(Join)
            .DistinctBy(f => f.Slug)
            .OrderBy(f => f.German.Title, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true));
        return new FactorCatalogue([.. factors]);
    }

    private static Factor Join(IGrouping<string, ContentItem> versions)
    {
        var english = versions.FirstOrDefault(v => v.Culture == "en");
        var german = versions.FirstOrDefault(v => v.Culture != "en") ?? english!;
        return new Factor
        {
            Slug = german.Path![(german.Path!.LastIndexOf('/') + 1)..],
            German = Text(german),
            English = english is null ? null : Text(english),
            DimensionId = german.Terms("SuccessFactor", "Dimension") is [var dimension, ..] ? dimension : null,
            Sample = german.Flag("EditorialPart", "Sample") == true,
        };
    }

    private static FactorText Text(ContentItem item) =>
        new(item.ContentItemId, item.Path!, item.DisplayText, item.Text("SuccessFactor", "Statement") ?? item.DisplayText);
}
