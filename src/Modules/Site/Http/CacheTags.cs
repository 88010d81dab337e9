namespace Zukunftswerkstatt.Site.Http;

/// <summary>What a cached page was made of. A fact takes out every page with one of its tags.</summary>
internal static class CacheTags
{
    /// <summary>Pages made of the search index (lists, counts, matrix): out of date when the index has moved on.</summary>
    public const string Search = "search";

    /// <summary>Pages that use the register of regions' figures.</summary>
    public const string Regions = "regions";

    /// <summary>One item was read.</summary>
    public static string Item(string contentItemId) => "item:" + Content.ContentIds.Key(contentItemId);

    /// <summary>Whatever refers to the item was looked for: something new may.</summary>
    public static string About(string contentItemId) => "about:" + Content.ContentIds.Key(contentItemId);

    /// <summary>The translations of a set were looked for.</summary>
    public static string Translations(string localizationSet) => "set:" + localizationSet;

    /// <summary>Items of a type were looked for: a new one may belong to the page.</summary>
    public static string Type(string contentType) => "type:" + contentType;
}
