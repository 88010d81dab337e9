using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>One row per item: what is true of all its versions together.</summary>
internal sealed class ItemRow
{
    /// <summary>Lower case.</summary>
    public required string ItemId { get; set; }
    public required string ContentType { get; set; }

    /// <summary>Grows with every command; the concurrency token that makes two nodes take turns.</summary>
    public long Stamp { get; set; }

    /// <summary>Set while the item is in the recycle bin.</summary>
    public DateTime? DeletedUtc { get; set; }
    public string? DeletedBy { get; set; }

    /// <summary>The version that was the latest when the item was deleted.</summary>
    public string? DeletedVersionId { get; set; }
}

/// <summary>One row per version.</summary>
internal sealed class VersionRow
{
    public long Id { get; set; }

    /// <summary>Lower case; <see cref="OriginalId"/> has the id as written.</summary>
    public required string ItemId { get; set; }
    public required string OriginalId { get; set; }
    public required string VersionId { get; set; }
    public required string ContentType { get; set; }
    public required string DisplayText { get; set; }

    /// <summary>Title folded for sorting.</summary>
    public required string SortText { get; set; }
    public bool Latest { get; set; }
    public bool Published { get; set; }
    public DateTime? ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }
    public DateTime? CreatedUtc { get; set; }
    public string? Owner { get; set; }
    public string? Author { get; set; }

    /// <summary>Empty when the item has none, so that one index serves all lists.</summary>
    public required string Culture { get; set; }
    public string? LocalizationSet { get; set; }

    /// <summary>The parts, verbatim.</summary>
    public required string Content { get; set; }
}

/// <summary>A path and its owner. A path is never owned by two items: it is the key.</summary>
internal sealed class PathRow
{
    /// <summary>Lower case, without leading slash.</summary>
    public required string Path { get; set; }
    public required string ItemId { get; set; }
    public PathUse Use { get; set; }
}

internal enum PathUse
{
    /// <summary>Where the item is, once published.</summary>
    Current = 1,

    /// <summary>Where it was: a permanent redirect.</summary>
    Former = 2,

    /// <summary>Wanted by a draft; not served yet.</summary>
    Reserved = 3,
}

/// <summary>"Used by": one row per field that names another item.</summary>
internal sealed class ReferenceRow
{
    public required string SourceId { get; set; }

    /// <summary>Whether the published version refers (else the latest draft does).</summary>
    public bool Published { get; set; }

    /// <summary><c>Part.Field</c>, with bags as <c>Bag.Part.Field</c>.</summary>
    public required string Field { get; set; }
    public required string TargetId { get; set; }
    public required string SourceType { get; set; }
}

/// <summary>An alias and its owner.</summary>
internal sealed class AliasRow
{
    public required string Alias { get; set; }
    public required string ItemId { get; set; }
}

/// <summary>When to publish or archive an item.</summary>
internal sealed class ScheduleRow
{
    public required string ItemId { get; set; }
    public DateTime? PublishUtc { get; set; }
    public DateTime? ArchiveUtc { get; set; }
}

internal sealed class ContentTables : ITables
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<ItemRow>(item =>
        {
            item.ToTable("ContentItems");
            item.HasKey(i => i.ItemId);
            item.Property(i => i.ItemId).HasMaxLength(64);
            item.Property(i => i.ContentType).HasMaxLength(255);
            item.Property(i => i.Stamp).IsConcurrencyToken();
            item.Property(i => i.DeletedVersionId).HasMaxLength(64);
            item.HasIndex(i => i.DeletedUtc);
        });
        model.Entity<VersionRow>(version =>
        {
            version.ToTable("ContentVersions");
            version.HasKey(v => v.Id);
            version.Property(v => v.ItemId).HasMaxLength(64);
            version.Property(v => v.OriginalId).HasMaxLength(64);
            version.Property(v => v.VersionId).HasMaxLength(64);
            version.Property(v => v.ContentType).HasMaxLength(255);
            version.Property(v => v.Culture).HasMaxLength(ContentRow.MaxCulture);
            version.Property(v => v.LocalizationSet).HasMaxLength(64);
            version.HasIndex(v => v.VersionId).IsUnique();
            version.HasIndex(v => new { v.ItemId, v.Id });
            version.HasIndex(v => v.ItemId, "OneLatest").IsUnique().HasFilter("\"Latest\"");
            version.HasIndex(v => v.ItemId, "OnePublished").IsUnique().HasFilter("\"Published\"");
            version.HasIndex(v => new { v.ContentType, v.Culture, v.PublishedUtc, v.ItemId }, "PublishedByDate").HasFilter("\"Published\"");
            version.HasIndex(v => new { v.ContentType, v.PublishedUtc, v.ItemId }, "PublishedByDateInAllCultures").HasFilter("\"Published\"");
            version.HasIndex(v => new { v.ContentType, v.SortText, v.ItemId }, "PublishedByTitleInAllCultures").HasFilter("\"Published\"");
            version.HasIndex(v => new { v.ContentType, v.Culture, v.SortText, v.ItemId }, "PublishedByTitle").HasFilter("\"Published\"");
            version.HasIndex(v => v.LocalizationSet);
        });
        model.Entity<PathRow>(path =>
        {
            path.ToTable("Paths");
            path.HasKey(p => p.Path);
            path.Property(p => p.Path).HasMaxLength(PathRules.MaxLength);
            path.Property(p => p.ItemId).HasMaxLength(64);
            path.HasIndex(p => p.ItemId);
            path.HasIndex(p => p.ItemId, "OneCurrentPath").IsUnique().HasFilter("\"Use\" = 1");
        });
        model.Entity<ReferenceRow>(reference =>
        {
            reference.ToTable("ContentReferences");
            reference.HasKey(r => new { r.SourceId, r.Published, r.Field, r.TargetId });
            reference.Property(r => r.SourceId).HasMaxLength(64);
            reference.Property(r => r.Field).HasMaxLength(512);
            reference.Property(r => r.TargetId).HasMaxLength(64);
            reference.Property(r => r.SourceType).HasMaxLength(255);
            reference.HasIndex(r => new { r.TargetId, r.Published, r.SourceType, r.SourceId });
        });
        model.Entity<AliasRow>(alias =>
        {
            alias.ToTable("Aliases");
            alias.HasKey(a => a.Alias);
            alias.Property(a => a.Alias).HasMaxLength(AliasAllocator.Longest);
            alias.Property(a => a.ItemId).HasMaxLength(64);
            alias.HasIndex(a => a.ItemId);
        });
        model.Entity<ScheduleRow>(schedule =>
        {
            schedule.ToTable("Schedules");
            schedule.HasKey(s => s.ItemId);
            schedule.Property(s => s.ItemId).HasMaxLength(64);
            schedule.HasIndex(s => s.PublishUtc);
            schedule.HasIndex(s => s.ArchiveUtc);
        });
    }
}
