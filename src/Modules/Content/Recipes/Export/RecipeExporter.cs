using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Writes definitions and items as a recipe: 1. one consistent view of the store, 2. a temporary file beside the target, item by
/// item, 3. flushed and renamed. The same content gives the same bytes, on either database and after any number of imports.
/// </summary>
public sealed class RecipeExporter(PortalDatabase database)
{
    private const int ItemsPerStep = 1000;
    private const int FlushAt = 1 << 16;

    /// <summary>Exports to a file, which is replaced only when everything is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="allVersions">Also the versions that are neither latest nor published.</param>
    /// <param name="progress">Told how many versions are written.</param>
    /// <param name="ct">Cancels; the file stays as it was.</param>
    /// <exception cref="IOException">The file cannot be written; it stays as it was.</exception>
    /// <exception cref="StoreException">The database cannot be read; the file stays as it was.</exception>
    public async Task<ExportResult> ExportAsync(string path, bool allVersions, IProgress<long>? progress, CancellationToken ct)
    {
        var target = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            ExportResult result;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                result = await database.ReadAsync((db, token) => WriteAsync(db, file, allVersions, progress, token), ct);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<ExportResult> WriteAsync(PortalDbContext db, Stream stream, bool allVersions, IProgress<long>? progress, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();

        // A reader's transaction on both: SQLite's default would keep everybody from writing.
        await using var snapshot = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.UseTransactionAsync(snapshot, ct);
        var definitions = DefinitionDocument.Parse(await db.ReadDocumentAsync(DefinitionDocument.Name, ct));
        var samples = await CountSamplesAsync(connection, snapshot, allVersions, ct);

        await using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Encoder = ContentItemJson.Readable.Encoder,
            Indented = true,
            NewLine = "\n",
            MaxDepth = RecipeLimits.Depth,
        });
        writer.WriteStartObject();
        WriteHeader(writer, samples);
        writer.WriteStartArray("steps");
        WriteDefinitions(writer, definitions);
        var versions = await WriteItemsAsync(writer, connection, snapshot, allVersions, progress, ct);
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(ct);
        return new ExportResult(definitions.Types.Count, versions, samples);
    }

    private static void WriteHeader(Utf8JsonWriter writer, int samples)
    {
        writer.WriteString("name", "PortalExport");
        writer.WriteString("displayName", "Export");
        writer.WriteString("description", samples == 0
            ? "Inhaltstypen und Inhalte eines Portals."
            : $"Inhaltstypen und Inhalte eines Portals. Achtung: {samples} Versionen sind Beispielinhalt – frei erfunden (EditorialPart.Sample).");
        writer.WriteString("author", "");
        writer.WriteString("website", "");
        writer.WriteString("version", "1.0.0");
        writer.WriteBoolean("issetuprecipe", false);
        writer.WriteStartArray("categories");
        writer.WriteEndArray();
        writer.WriteStartArray("tags");
        writer.WriteStringValue("export");
        writer.WriteStringValue(RecipeHeader.LiteralTag);
        writer.WriteEndArray();
    }

    private static void WriteDefinitions(Utf8JsonWriter writer, DefinitionDocument definitions)
    {
        writer.WriteStartObject();
        writer.WriteString("name", "ContentDefinition");
        foreach (var (name, list) in definitions.Write("ContentTypes", "ContentParts"))
        {
            writer.WritePropertyName(name);
            list!.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static async Task<long> WriteItemsAsync(
        Utf8JsonWriter writer, DbConnection connection, DbTransaction snapshot, bool allVersions, IProgress<long>? progress, CancellationToken ct)
    {
        long count = 0;
        await using var command = Command(connection, snapshot, allVersions, "");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (count % ItemsPerStep == 0)
            {
                EndStep();
                writer.WriteStartObject();
                writer.WriteString("name", "content");
                writer.WriteStartArray("data");
            }

            ContentItemJson.Write(writer, ContentRow.Read(reader));
            count++;
            if (writer.BytesPending > FlushAt)
            {
                await writer.FlushAsync(ct);
                progress?.Report(count);
            }
        }

        EndStep();
        return count;

        void EndStep()
        {
            if (count > 0)
            {
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        }
    }

    /// <summary>How many versions carry the mark of invented content. The database finds candidates; the item itself decides.</summary>
    private static async Task<int> CountSamplesAsync(DbConnection connection, DbTransaction snapshot, bool allVersions, CancellationToken ct)
    {
        var samples = 0;
        await using var command = Command(connection, snapshot, allVersions, """ AND v."Content" LIKE '%"Sample":{"Value":true%'""");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            samples += ContentRow.Read(reader).Flag("EditorialPart", "Sample") == true ? 1 : 0;
        }

        return samples;
    }

    /// <summary>
    /// All versions, item by item in the order of their ids' bytes (databases sort text differently otherwise). Within an item history
    /// comes first, then what is published, then what is latest, so that importing in this order gives the same flags.
    /// </summary>
    private static DbCommand Command(DbConnection connection, DbTransaction snapshot, bool allVersions, string and)
    {
        var command = connection.CreateCommand();
        command.Transaction = snapshot;
#pragma warning disable CA2100 // Made of constants only.
        command.CommandText = $"""
            SELECT {ContentRow.Columns} FROM "ContentVersions" v JOIN "ContentItems" i ON i."ItemId" = v."ItemId"
            WHERE i."DeletedUtc" IS NULL{(allVersions ? "" : """ AND (v."Latest" OR v."Published")""")}{and}
            ORDER BY v."ItemId" COLLATE {(connection is SqliteConnection ? "BINARY" : "\"C\"")},
              CASE WHEN v."Latest" THEN 2 WHEN v."Published" THEN 1 ELSE 0 END, v."Id"
            """;
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>What an export wrote.</summary>
/// <param name="Types">Content types.</param>
/// <param name="Versions">Versions of items.</param>
/// <param name="Samples">Versions among them that are marked as invented.</param>
public sealed record ExportResult(int Types, long Versions, int Samples);
