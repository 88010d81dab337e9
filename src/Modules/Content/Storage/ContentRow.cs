using System.Data.Common;
using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Between the row of a version and the item it holds.</summary>
internal static class ContentRow
{
    /// <summary>The columns <see cref="Read"/> expects, in its order.</summary>
    public const string Columns = """
        v."OriginalId", v."VersionId", v."ContentType", v."DisplayText", v."Latest", v."Published",
        v."ModifiedUtc", v."PublishedUtc", v."CreatedUtc", v."Owner", v."Author", v."Content"
        """;

    /// <summary>How many they are: the position of a column that follows them.</summary>
    public const int ColumnCount = 12;

    /// <summary>Longest name of a culture; a longer one is a mistake that a draft may hold, but no index.</summary>
    public const int MaxCulture = 16;

    public static ContentItem Read(DbDataReader row) => new()
    {
        ContentItemId = row.GetString(0),
        ContentItemVersionId = row.GetString(1),
        ContentType = row.GetString(2),
        DisplayText = row.GetString(3),
        Latest = row.GetBoolean(4),
        Published = row.GetBoolean(5),
        ModifiedUtc = Instant(row, 6),
        PublishedUtc = Instant(row, 7),
        CreatedUtc = Instant(row, 8),
        Owner = row.IsDBNull(9) ? null : row.GetString(9),
        Author = row.IsDBNull(10) ? null : row.GetString(10),
        Content = JsonElement.Parse(row.Utf8(11), TolerantJson.Document),
    };

    public static ContentItem ToItem(this VersionRow row) => new()
    {
        ContentItemId = row.OriginalId,
        ContentItemVersionId = row.VersionId,
        ContentType = row.ContentType,
        DisplayText = row.DisplayText,
        Latest = row.Latest,
        Published = row.Published,
        ModifiedUtc = row.ModifiedUtc,
        PublishedUtc = row.PublishedUtc,
        CreatedUtc = row.CreatedUtc,
        Owner = row.Owner,
        Author = row.Author,
        Content = JsonElement.Parse(row.Content, TolerantJson.Document),
    };

    public static VersionRow ToRow(this ContentItem item) => new()
    {
        ItemId = ContentIds.Key(item.ContentItemId),
        OriginalId = item.ContentItemId,
        VersionId = item.ContentItemVersionId,
        ContentType = item.ContentType,
        DisplayText = item.DisplayText,
        SortText = Slug.SortText(item.DisplayText),
        Latest = item.Latest,
        Published = item.Published,
        ModifiedUtc = item.ModifiedUtc,
        PublishedUtc = item.PublishedUtc,
        CreatedUtc = item.CreatedUtc,
        Owner = item.Owner,
        Author = item.Author,
        Culture = item.Culture is { Length: <= MaxCulture } culture ? culture : "",
        LocalizationSet = item.LocalizationSet is { Length: > 0 and <= ContentIds.MaxLength } set ? set : null,
        Content = ContentItemJson.ContentText(item.Content),
    };

    private static DateTime? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTime(row.GetInt64(column), DateTimeKind.Utc);
}
