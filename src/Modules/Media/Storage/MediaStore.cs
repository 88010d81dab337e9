using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Media;

/// <summary>
/// The media files, below the data folder: 1. check name and content, 2. write to a temporary file beside the target, 3. rename.
/// A reader sees the old file or the new one, never half of it. Links below the folder are never followed.
/// </summary>
public sealed class MediaStore(PortalPaths paths)
{
    /// <summary>Largest file, in bytes; Orchard Core's default.</summary>
    public const int MaxBytes = 30_000_000;

    private const string Temporary = ".upload-";

    private readonly string _root = Path.GetFullPath(paths.Media);

    /// <summary>What is wrong with a file, or <c>null</c> when it may be stored.</summary>
    public static LocalizedText? Check(MediaPath path, ReadOnlySpan<byte> content) => content.Length > MaxBytes
        ? new($"„{path}“ ist mit {content.Length} Byte zu groß; erlaubt sind {MaxBytes}.", $"\"{path}\" is too large: {content.Length} bytes, {MaxBytes} are allowed.")
        : MediaContent.Check(path, content);

    /// <summary>Stores several files or none: all are written first, then all are renamed. Existing files are replaced.</summary>
    /// <param name="files">Checked with <see cref="Check"/>.</param>
    /// <param name="ct">Looked at until the renaming begins.</param>
    /// <exception cref="IOException">The disk is full or a link is in the way; nothing was replaced.</exception>
    public async Task SaveAsync(IReadOnlyList<(MediaPath Path, ReadOnlyMemory<byte> Content)> files, CancellationToken ct)
    {
        var written = new List<(string Temporary, string Target)>(files.Count);
        try
        {
            foreach (var (path, content) in files)
            {
                var target = Target(path) ?? throw new IOException($"A link or a file is in the way of {path}.");
                var folder = Path.GetDirectoryName(target)!;
                Directory.CreateDirectory(folder);
                var temporary = Path.Combine(folder, $"{Temporary}{Guid.NewGuid():N}");
                written.Add((temporary, target));
                await using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
                await stream.WriteAsync(content, ct);
                await stream.FlushAsync(ct);
                stream.Flush(flushToDisk: true);
            }

            foreach (var (temporary, target) in written)
            {
                File.Move(temporary, target, overwrite: true);
            }
        }
        finally
        {
            foreach (var (temporary, _) in written)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>The file behind a path, or <c>null</c> when there is none.</summary>
    public FileInfo? Find(MediaPath path) => Target(path) is { } target && new FileInfo(target) is { Exists: true } file ? file : null;

    /// <summary>Removes a file; one that is not there is no error.</summary>
    public void Delete(MediaPath path) => Find(path)?.Delete();

    /// <summary>Where the file is or would be; <c>null</c> when a link, or a file in place of a folder, is on the way.</summary>
    private string? Target(MediaPath path)
    {
        var at = _root;
        var segments = path.Value.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            at = Path.Combine(at, segments[i]);
            var entry = new FileInfo(at);
            var last = i == segments.Length - 1;
            if (entry.LinkTarget is not null || (!last && entry.Exists) || (last && Directory.Exists(at)))
            {
                return null;
            }
        }

        return at;
    }
}
