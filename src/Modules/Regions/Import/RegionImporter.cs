using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Imports a Gemeindeverzeichnis of Destatis (GV100AD or AuszugGV; plain, gzip or ZIP), whole or not at all:
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
    /// <exception cref="System.Data.Common.DbException">The database refuses. Nothing was written.</exception>
    public async Task<RegionImportResult> ImportAsync(Stream stream, string? fileName, IProgress<int>? progress, CancellationToken ct)
    {
        MunicipalDirectory directory;
        try
        {
            await using var file = await ImportFile.OpenAsync(stream, ct);
            directory = await ReadAsync(file, fileName, progress, ct);
        }
        catch (BadFileException e)
        {
            return Rejected(e.Error);
        }
        catch (IOException e)
        {
            return Rejected(new RegionImportError(null, ImportMessages.Unreadable(e.Message)));
        }

        if (directory.Errors.Count == 0)
        {
            directory.Check(_register.Current); // 3.
        }

        if (directory.Errors.Count > 0)
        {
            return Rejected([.. directory.Errors]);
        }

        var counts = await _database.WriteAsync((transaction, token) => StoreAsync(transaction, directory, token), ct);
        if (counts.Changed)
        {
            _register.Reload();
        }

        return new RegionImportResult.Imported(counts);
    }

    private static async Task<MunicipalDirectory> ReadAsync(ImportFile file, string? fileName, IProgress<int>? progress, CancellationToken ct)
    {
        // 1.
        var first = await file.ReadLineAsync(ct) ?? throw new BadFileException(null, ImportMessages.Empty);
        DirectoryReader reader;
        if (Gv100AdReader.Recognises(first))
        {
            reader = new Gv100AdReader();
            reader.Read(1, first);
        }
        else if (AuszugGvReader.Recognises(first))
        {
            var csv = new AuszugGvReader(first, fileName);
            if (!csv.IsUsable)
            {
                return csv.Directory;
            }

            reader = csv;
        }
        else
        {
            throw new BadFileException(1, ImportMessages.UnknownFormat);
        }

        // 2.
        while (!reader.Directory.IsFull && await file.ReadLineAsync(ct) is { } line)
        {
            reader.Read(file.LineNumber, line);
            if (file.LineNumber % ProgressEvery == 0)
            {
                progress?.Report(file.LineNumber);
            }
        }

        progress?.Report(file.LineNumber);
        return reader.Directory;
    }

    // 4. May run twice: everything it builds on is read within.
    private static async Task<RegionImportCounts> StoreAsync(WriteTransaction transaction, MunicipalDirectory directory, CancellationToken ct)
    {
        var rows = await transaction.Db.Set<RegionRow>().ToListAsync(ct);
        var figures = await transaction.Db.Set<RegionFigureRow>().ToListAsync(ct);
        var merge = new DirectoryMerge(directory, Overlay.Lay(BaseData.Read(), rows, figures), rows, figures);
        var counts = merge.Run();
        transaction.Db.AddRange(merge.NewRows);
        transaction.Db.AddRange(merge.NewFigures);
        if (counts.Changed)
        {
            transaction.Add(FactKinds.RegionsChanged, "");
        }

        return counts;
    }

    private static RegionImportResult.Rejected Rejected(params RegionImportError[] errors) => new(errors);
}
