using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Imports outlines of Kreise and Länder from TopoJSON or GeoJSON, whole or not at all: 1. read and check, 2. simplify,
/// 3. store in one transaction with a fact. Replaces what was imported before for the same level of the same Länder.
/// </summary>
public sealed class OutlineImporter
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Longest attribution, in characters.</summary>
    public const int LongestSource = 255;

    // A page draws all Kreise on a few hundred pixels.
    private const int PointsAnyway = 400;
    private const int PointsOfKreis = 12;
    private const int PointsOfLand = 60;

    private readonly PortalDatabase _database;
    private readonly RegionRegister _register;

    internal OutlineImporter(PortalDatabase database, RegionRegister register)
    {
        _database = database;
        _register = register;
    }

    /// <summary>Imports a file.</summary>
    /// <param name="path">TopoJSON or GeoJSON.</param>
    /// <param name="source">Attribution to print below the maps; null: as the file says.</param>
    /// <param name="ct">Cancels without any change.</param>
    public async Task<RegionImportResult> ImportAsync(string path, string? source, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            return await ImportAsync(file, source, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Rejected(ImportMessages.Unreadable(e.Message));
        }
    }

    /// <summary>Imports a stream; it is read once, forwards, and left open.</summary>
    /// <param name="stream">TopoJSON or GeoJSON.</param>
    /// <param name="source">Attribution to print below the maps; null: as the file says.</param>
    /// <param name="ct">Cancels without any change.</param>
    /// <exception cref="StoreException">The database refuses. Nothing was written.</exception>
    public async Task<RegionImportResult> ImportAsync(Stream stream, string? source, CancellationToken ct)
    {
        var held = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if (held.Length + read > MostBytes)
            {
                return Rejected(OutlineMessages.TooLarge(MostBytes / 1024 / 1024));
            }

            held.Write(chunk, 0, read);
        }

        // 1.
        var content = new OutlineContent();
        Read(held.GetBuffer().AsMemory(0, (int)held.Length), content);
        if (content.Errors.Count == 0)
        {
            source = Source(source ?? content.Source, content);
        }

        return content.Errors.Count > 0 ? new RegionImportResult.Rejected(content.Errors) : await StoreAsync(content, source!, ct);
    }

    /// <summary>Reads a file of either format into the content, with all that is wrong.</summary>
    internal static void Read(ReadOnlyMemory<byte> json, OutlineContent content)
    {
        try
        {
            if (json.Span is [0xEF, 0xBB, 0xBF, ..])
            {
                json = json[3..];
            }

            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var type = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
            if (TopoJsonReader.Recognises(type))
            {
                TopoJsonReader.Read(root, content);
            }
            else if (GeoJsonReader.Recognises(type))
            {
                GeoJsonReader.Read(root, content);
            }
            else
            {
                content.Fail(null, OutlineMessages.UnknownType(type));
            }

            if (root.ValueKind == JsonValueKind.Object)
            {
                content.TakeSource(root);
            }
        }
        catch (JsonException e)
        {
            content.Fail(null, json.IsEmpty ? ImportMessages.Empty : OutlineMessages.NotJson((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json throws for a string that is no text, such as half a surrogate pair.
            content.Fail(null, OutlineMessages.NotText);
        }

        if (content.Errors.Count == 0 && content.Features.Count == 0)
        {
            content.Fail(null, OutlineMessages.Nothing);
        }
    }

    private static string? Source(string? source, OutlineContent content)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            content.Fail(null, OutlineMessages.NoSource);
        }
        else if (source.Length > LongestSource || source.Any(char.IsControl))
        {
            content.Fail(null, OutlineMessages.LongSource(LongestSource));
        }

        return source?.Trim();
    }

    private async Task<RegionImportResult> StoreAsync(OutlineContent content, string source, CancellationToken ct)
    {
        // 2.
        var levels = content.Features.GroupBy(feature => feature.Ags.Length)
            .Select(level => OutlineSimplifier.Simplify([.. level], PointsAnyway + (level.Count() * (level.Key == 2 ? PointsOfLand : PointsOfKreis))));
        var rows = levels.SelectMany(level => level).Select(feature => new OutlineRow { Ags = feature.Ags, Path = Rings.Write(feature.Rings), Source = source })
            .OrderBy(row => row.Ags, StringComparer.Ordinal).ToList();
        var replaced = rows.Select(row => (row.Ags.Length, row.Ags[..2])).ToHashSet();

        // 3. May run twice: what it builds on is read within the transaction.
        var changed = await _database.WriteAsync(
            async (transaction, token) =>
            {
                var present = (await transaction.Db.Set<OutlineRow>().ToListAsync(token)).Where(row => replaced.Contains((row.Ags.Length, row.Ags[..2])))
                    .ToDictionary(row => row.Ags, StringComparer.Ordinal);
                var same = present.Count == rows.Count && rows.All(row => present.TryGetValue(row.Ags, out var other) && other.Path == row.Path && other.Source == row.Source);
                if (same)
                {
                    return false;
                }

                foreach (var row in rows)
                {
                    if (present.Remove(row.Ags, out var other))
                    {
                        (other.Path, other.Source) = (row.Path, row.Source);
                    }
                    else
                    {
                        transaction.Db.Add(new OutlineRow { Ags = row.Ags, Path = row.Path, Source = row.Source });
                    }
                }

                transaction.Db.RemoveRange(present.Values);
                transaction.Add(FactKinds.OutlinesChanged, "");
                return true;
            },
            ct);
        if (changed)
        {
            await _register.ReloadAsync(CancellationToken.None); // the commit is done
        }

        return new RegionImportResult.OutlinesImported(new OutlineImportCounts(
            rows.Count(row => row.Ags.Length == 5), rows.Count(row => row.Ags.Length == 2), content.Points, rows.Sum(row => Rings.Read(row.Path).Sum(ring => ring.Length)),
            content.Water, [.. rows.Select(row => row.Ags).Where(ags => _register.Current.Find(ags) is null)], changed));
    }

    private static RegionImportResult.Rejected Rejected(LocalizedText message) => new([new RegionImportError(null, message)]);
}
