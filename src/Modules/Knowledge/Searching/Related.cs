using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Everything beside the item itself that its document is made of, read once per batch.</summary>
internal sealed class Related
{
    public required VocabularySet Vocabularies { get; init; }

    public required FactorCatalogue Factors { get; init; }

    public required RegionSnapshot Regions { get; init; }

    /// <summary>Referred items by id in lower case.</summary>
    public required IReadOnlyDictionary<string, ContentItem> Items { get; init; }

    /// <summary>Titles of the organisations that take part, by id in lower case.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Localisation sets with an English member.</summary>
    public required IReadOnlySet<string> Translated { get; init; }

    /// <summary>English versions of what passages and findings belong to, by localisation set.</summary>
    public required IReadOnlyDictionary<string, ContentItem> English { get; init; }

    /// <summary>Evidence of an initiative in all its languages, by localisation set or id.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ContentItem>> Evidence { get; init; }

    /// <summary>Evidence that is to have its document beside its initiative's, in a rebuild; else empty.</summary>
    public IReadOnlyList<ContentItem> Passages { get; init; } = [];

    private static readonly IReadOnlyList<string> _inBoth = ["de", "en"], _inGerman = ["de"], _inEnglish = ["en"];

    private readonly Dictionary<string, InitiativeFrame> _frames = new(StringComparer.Ordinal);

    /// <summary>What an initiative and its passages have in common, made once for all of them. One thread makes the documents of a batch.</summary>
    public InitiativeFrame FrameOf(ContentItem initiative)
    {
        var key = ContentIds.Key(initiative.ContentItemId);
        if (!_frames.TryGetValue(key, out var frame))
        {
            _frames[key] = frame = InitiativeFrame.Of(initiative, this);
        }

        return frame;
    }

    public ContentItem? Item(IReadOnlyList<string> ids) => ids is [var id, ..] ? Item(id) : null;

    /// <summary>The title of an organisation, or <c>null</c>.</summary>
    public string? Title(string id) => Titles.GetValueOrDefault(ContentIds.Key(id));

    public ContentItem? Item(string id) => Items.GetValueOrDefault(ContentIds.Key(id));

    /// <summary>A German entry is shown on English pages until somebody translates it.</summary>
    public IReadOnlyList<string> ShownIn(ContentItem item) => item.Culture == "en"
        ? _inEnglish
        : item.LocalizationSet is { Length: > 0 } set && Translated.Contains(set) ? _inGerman : _inBoth;

    /// <summary>The key that an item shares with its translations.</summary>
    public static string SetOf(ContentItem item) => item.LocalizationSet is { Length: > 0 } set ? set : ContentIds.Key(item.ContentItemId);
}
