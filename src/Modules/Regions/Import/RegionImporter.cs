using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Imports a Gemeindeverzeichnis (GV100AD or AuszugGV) or the age table 12411-0018 of Destatis, plain, gzip or ZIP, whole or not at all:
/// 1. recognise the format, 2. read every line, 3. check the whole, 4. merge and store in one transaction with a fact.
/// </summary>
public sealed class RegionImporter
{
    /// <summary>After so many errors reading stops.</summary>
    public const int ErrorLimit = 100;

    private const int ProgressEvery = 1000;

    private readonly PortalDatabase _database;
    private readonly RegionRegister _register;

    internal RegionImporter(PortalDatabase database, RegionRegister register)
    {
        _database = database;
        _register = register;
    }

    /// <summary>Imports a file.</summary>
    /// <param name="path">For AuszugGV its name must be the published one, since it alone gives the Gebietsstand.</param>
    /// <param name="progress">Gets the number of lines read so far.</param>
    /// <param name="ct">Cancels without any change.</param>
    public async Task<RegionImportResult> ImportAsync(string path, IProgress<int>? progress, CancellationToken ct)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Rejected(new RegionImportError(null, ImportMessages.Unreadable(e.Message)));
        }

        await using (stream)
        {
            return await ImportAsync(stream, Path.GetFileName(path), progress, ct);
        }
    }

    /// <summary>Imports a stream; it is read once, forwards, and left open.</summary>
    /// <param name="stream">The file as published, packed or not.</param>
    /// <param name="fileName">The published name; needed for AuszugGV only.</param>
    /// <param name="progress">Gets the number of lines read so far.</param>
    /// <param name="ct">Cancels without any change.</param>
    /// <exception cref="StoreException">The database refuses. Nothing was written.</exception>
    public async Task<RegionImportResult> ImportAsync(Stream stream, string? fileName, IProgress<int>? progress, CancellationToken ct)
    {
        ImportContent content;
        try
        {
            await using var file = await ImportFile.OpenAsync(stream, ct);
            content = await ReadAsync(file, fileName, progress, ct);
        }
        catch (BadFileException e)
        {
            return Rejected(e.Error);
        }
        catch (IOException e)
        {
            return Rejected(new RegionImportError(null, ImportMessages.Unreadable(e.Message)));
        }

        if (content.Errors.Count == 0)
        {
            content.Check(_register.Current); // 3.
        }

        return content switch
        {
            { Errors.Count: > 0 } => Rejected([.. content.Errors]),
            MunicipalDirectory directory => await StoreAsync(directory, ct),
            AgeTable table => await StoreAsync(table, ct),
            _ => throw new InvalidOperationException($"Unknown content {content}."),
        };
    }

    private static async Task<ImportContent> ReadAsync(ImportFile file, string? fileName, IProgress<int>? progress, CancellationToken ct)
    {
        // 1.
        var first = await file.ReadLineAsync(ct) ?? throw new BadFileException(null, ImportMessages.Empty);
        ImportContent content;
        Action<int, string> read;
        if (Gv100AdReader.Recognises(first))
        {
            var reader = new Gv100AdReader();
            reader.Read(1, first);
            (content, read) = (reader.Directory, reader.Read);
        }
        else if (AuszugGvReader.Recognises(first))
        {
            var reader = new AuszugGvReader(first, fileName);
            if (!reader.IsUsable)
            {
                return reader.Directory;
            }

            (content, read) = (reader.Directory, reader.Read);
        }
        else if (AgeTable.Recognises(first))
        {
            var table = new AgeTable();
            (content, read) = (table, table.Read);
        }
        else
        {
            throw new BadFileException(1, ImportMessages.UnknownFormat);
        }

        // 2.
        while (!content.IsFull && await file.ReadLineAsync(ct) is { } line)
        {
            read(file.LineNumber, line);
            if (file.LineNumber % ProgressEvery == 0)
            {
                progress?.Report(file.LineNumber);
            }
        }

        progress?.Report(file.LineNumber);
        return content;
    }

    // 4. Either may run twice: everything it builds on is read within the transaction.
    private async Task<RegionImportResult> StoreAsync(MunicipalDirectory directory, CancellationToken ct)
    {
        var counts = await _database.WriteAsync(
            async (transaction, token) =>
            {
                var (rows, figures) = await ReadAsync(transaction, token);
                var merge = new DirectoryMerge(directory, Overlay.Lay(BaseData.Read(), rows, figures), rows, figures);
                var counts = merge.Run();
                transaction.Db.AddRange(merge.NewRows);
                transaction.Db.AddRange(merge.NewFigures);
                Tell(transaction, counts.Changed);
                return counts;
            },
            ct);
        await ReloadAsync(counts.Changed);
        return new RegionImportResult.Imported(counts);
    }

    private async Task<RegionImportResult> StoreAsync(AgeTable table, CancellationToken ct)
    {
        var counts = await _database.WriteAsync(
            async (transaction, token) =>
            {
                var (rows, figures) = await ReadAsync(transaction, token);
                var merge = new AgeMerge(table, Overlay.Lay(BaseData.Read(), rows, figures), figures);
                var counts = merge.Run();
                transaction.Db.AddRange(merge.NewFigures);
                Tell(transaction, counts.Added + counts.Changed > 0);
                return counts;
            },
            ct);
        await ReloadAsync(counts.Added + counts.Changed > 0);
        return new RegionImportResult.AgesImported(counts);
    }

    private static async Task<(List<RegionRow> Rows, List<RegionFigureRow> Figures)> ReadAsync(WriteTransaction transaction, CancellationToken ct) =>
        (await transaction.Db.Set<RegionRow>().ToListAsync(ct), await transaction.Db.Set<RegionFigureRow>().ToListAsync(ct));

    private static void Tell(WriteTransaction transaction, bool changed)
    {
        if (changed)
        {
            transaction.Add(FactKinds.RegionsChanged, "");
        }
    }

    // Not cancellable: the commit is done.
    private Task ReloadAsync(bool changed) => changed ? _register.ReloadAsync(CancellationToken.None) : Task.CompletedTask;

    private static RegionImportResult.Rejected Rejected(params RegionImportError[] errors) => new(errors);
}
