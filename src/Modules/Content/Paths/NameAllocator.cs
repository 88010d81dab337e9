using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Gives out names of which each may have one owner, inside a write transaction; the key of the table settles what two nodes try
/// at once. One instance per transaction: it remembers what it gave out.
/// </summary>
internal abstract class NameAllocator
{
    private const int LookUpAtOnce = 500;
    private const int SuffixLength = ContentIds.MaxLength + 1;
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>The owners of those of the names that have one.</summary>
    protected abstract Task<List<(string Name, string ItemId)>> OwnersAsync(string[] names, CancellationToken ct);

    /// <summary>Longest name.</summary>
    protected abstract int MaxLength { get; }

    /// <summary>The form in which names are compared.</summary>
    protected abstract string Key(string name);

    /// <summary>Looks up many names in one query, so that a batch needs no query per item.</summary>
    public async Task PreloadAsync(IEnumerable<string> names, CancellationToken ct)
    {
        foreach (var chunk in names.Select(Key).Where(key => !_owners.ContainsKey(key)).Distinct().Chunk(LookUpAtOnce))
        {
            foreach (var key in chunk)
            {
                _owners[key] = "";
            }

            foreach (var (name, itemId) in await OwnersAsync(chunk, ct))
            {
                _owners[name] = itemId;
            }
        }
    }

    /// <summary>Whether the name is free or already the item's own; if so it is the item's from now on.</summary>
    public async Task<bool> TryTakeAsync(string name, string itemKey, CancellationToken ct)
    {
        var key = Key(name);
        if (!_owners.ContainsKey(key))
        {
            await PreloadAsync([key], ct);
        }

        if (_owners[key] is { Length: > 0 } owner && owner != itemKey)
        {
            return false;
        }

        _owners[key] = itemKey;
        return true;
    }

    /// <summary>
    /// The wanted name, or with <c>-0</c>, <c>-1</c>, … appended, as Orchard does. After ten homonyms the item's id decides,
    /// so that the thousandth item of one title does not ask a thousand times.
    /// </summary>
    public async Task<string> UniqueAsync(string wanted, string itemKey, CancellationToken ct)
    {
        var name = Slug.Cut(wanted, MaxLength - SuffixLength).Trim('/');
        for (var i = -1; i < 10; i++)
        {
            var candidate = i < 0 ? name : $"{name}-{i}";
            if (await TryTakeAsync(candidate, itemKey, ct))
            {
                return candidate;
            }
        }

        var unique = $"{name}-{itemKey[..Math.Min(8, itemKey.Length)]}";
        return await TryTakeAsync(unique, itemKey, ct) ? unique : $"{name}-{itemKey}";
    }
}

/// <summary>Paths of the site.</summary>
internal sealed class PathAllocator(PortalDbContext db) : NameAllocator
{
    protected override int MaxLength => PathRules.MaxLength;

    protected override string Key(string name) => Slug.PathKey(name);

    protected override async Task<List<(string Name, string ItemId)>> OwnersAsync(string[] names, CancellationToken ct) =>
        [.. (await db.Set<PathRow>().AsNoTracking().Where(row => names.Contains(row.Path)).Select(row => new { row.Path, row.ItemId }).ToListAsync(ct))
            .Select(row => (row.Path, row.ItemId))];
}

/// <summary>Aliases.</summary>
internal sealed class AliasAllocator(PortalDbContext db) : NameAllocator
{
    /// <summary>As in Orchard.</summary>
    public const int Longest = 767;

    protected override int MaxLength => Longest;

    protected override string Key(string name) => name.ToLowerInvariant();

    protected override async Task<List<(string Name, string ItemId)>> OwnersAsync(string[] names, CancellationToken ct) =>
        [.. (await db.Set<AliasRow>().AsNoTracking().Where(row => names.Contains(row.Alias)).Select(row => new { row.Alias, row.ItemId }).ToListAsync(ct))
            .Select(row => (row.Alias, row.ItemId))];
}
