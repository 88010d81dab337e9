using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Kernel;

/// <summary>The site's few named JSON documents: content definitions, settings, marks of the set-up.</summary>
public static class Documents
{
    /// <summary>The document as it is now, or <c>null</c>.</summary>
    public static async Task<string?> ReadDocumentAsync(this ReadSessions reads, string name, CancellationToken ct) =>
        (await reads.QueryLatestAsync("""SELECT "Json" FROM "Documents" WHERE "Name" = @p0""", [name], row => row.GetString(0), ct)).FirstOrDefault();

    /// <summary>The document as a context sees it, or <c>null</c>.</summary>
    public static Task<string?> ReadDocumentAsync(this PortalDbContext db, string name, CancellationToken ct) =>
        db.Set<DocumentRow>().Where(row => row.Name == name).Select(row => (string?)row.Json).FirstOrDefaultAsync(ct);

    /// <summary>The document, or <c>null</c>, to be changed: no other transaction reads it for changing before this one ends.</summary>
    public static async Task<string?> ReadDocumentAsync(this WriteTransaction transaction, string name, CancellationToken ct)
    {
        await transaction.LockAsync($"document:{name}", ct);
        return await transaction.Db.ReadDocumentAsync(name, ct);
    }

    /// <summary>Creates or replaces the document within the transaction.</summary>
    public static async Task WriteDocumentAsync(this WriteTransaction transaction, string name, string json, CancellationToken ct)
    {
        var row = await transaction.Db.Set<DocumentRow>().FindAsync([name], ct);
        if (row is null)
        {
            transaction.Db.Add(new DocumentRow { Name = name, Json = json, Version = 1 });
        }
        else if (row.Json != json)
        {
            row.Json = json;
            row.Version++;
        }
    }
}
