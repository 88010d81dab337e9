using System.IO.Compression;
using System.Text;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// A published file as lines of text: unpacks gzip and ZIP by their first bytes, decodes each line as UTF-8 or else Latin-1
/// (Destatis has published both), and stops at anything that is not a text file of reasonable size.
/// </summary>
internal sealed class ImportFile : IAsyncDisposable
{
    /// <summary>Limit after unpacking; the published files have 2 to 4 MB.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    public const int MaxLineBytes = 4096;

    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly Stream _text;
    private readonly IDisposable? _archive;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly byte[] _line = new byte[MaxLineBytes];
    private int _at;
    private int _filled;
    private long _total;

    private ImportFile(Stream text, IDisposable? archive)
    {
        _text = text;
        _archive = archive;
    }

    /// <summary>Number of the line read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <exception cref="BadFileException">Not a usable archive.</exception>
    public static async Task<ImportFile> OpenAsync(Stream stream, CancellationToken ct)
    {
        var head = new byte[2];
        var read = await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, ct);
        var whole = new PrefixedStream(head.AsMemory(0, read), stream);
        return (read, head[0], head[1]) switch
        {
            (2, 0x1F, 0x8B) => new ImportFile(new GZipStream(whole, CompressionMode.Decompress), null),
            (2, (byte)'P', (byte)'K') => await OpenZipAsync(whole, ct),
            _ => new ImportFile(whole, null),
        };
    }

    /// <summary>The next line without its end, or <c>null</c> at the end of the file.</summary>
    /// <exception cref="BadFileException">Binary, damaged or too large.</exception>
    public async ValueTask<string?> ReadLineAsync(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            if (_at == _filled && !await FillAsync(ct))
            {
                if (length == 0)
                {
                    return null;
                }

                LineNumber++;
                return Decode(length);
            }

            var end = Array.IndexOf(_buffer, (byte)'\n', _at, _filled - _at);
            var take = (end < 0 ? _filled : end) - _at;
            if (length + take > MaxLineBytes)
            {
                LineNumber++;
                throw new BadFileException(LineNumber, ImportMessages.At(LineNumber, ImportMessages.LineTooLong));
            }

            _buffer.AsSpan(_at, take).CopyTo(_line.AsSpan(length));
            length += take;
            _at += take;
            if (end >= 0)
            {
                _at++;
                LineNumber++;
                return Decode(length);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _text.DisposeAsync();
        _archive?.Dispose();
    }

    private async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        try
        {
            _at = 0;
            _filled = await _text.ReadAsync(_buffer, ct);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new BadFileException(null, ImportMessages.Damaged(_archive is null ? "GZIP" : "ZIP"));
        }

        _total += _filled;
        return _total > MaxBytes ? throw new BadFileException(null, ImportMessages.TooLarge) : _filled > 0;
    }

    private string Decode(int length)
    {
        var bytes = _line.AsSpan(0, length);
        if (bytes is [.., (byte)'\r'])
        {
            bytes = bytes[..^1];
        }

        if (LineNumber == 1 && bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        foreach (var b in bytes)
        {
            if (b < 0x20 && b != (byte)'\t')
            {
                throw new BadFileException(LineNumber, ImportMessages.At(LineNumber, ImportMessages.Binary));
            }
        }

        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static async Task<ImportFile> OpenZipAsync(Stream stream, CancellationToken ct)
    {
        // A ZIP's directory is at its end: it has to be held whole.
        var held = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if (held.Length + read > MaxBytes)
            {
                throw new BadFileException(null, ImportMessages.TooLarge);
            }

            held.Write(chunk, 0, read);
        }

        try
        {
            var archive = new ZipArchive(held, ZipArchiveMode.Read);
            var entries = archive.Entries.Where(entry => Path.GetExtension(entry.Name).ToLowerInvariant() is ".txt" or ".csv").ToList();
            return entries.Count == 1
                ? new ImportFile(await entries[0].OpenAsync(ct), archive)
                : throw new BadFileException(null, ImportMessages.ZipEntries(entries.Count));
        }
        catch (InvalidDataException)
        {
            throw new BadFileException(null, ImportMessages.Damaged("ZIP"));
        }
    }

    /// <summary>Gives back the bytes read for recognition, then the rest.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _prefix = prefix;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => TakePrefix(buffer) is var taken and > 0 ? taken : rest.Read(buffer);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            TakePrefix(buffer.Span) is var taken and > 0 ? taken : await rest.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int TakePrefix(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _prefix.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }
    }
}

/// <summary>Ends the reading of a file at once; becomes a <see cref="RegionImportResult.Rejected"/>.</summary>
internal sealed class BadFileException(int? line, LocalizedText text) : Exception(text.De)
{
    public RegionImportError Error { get; } = new(line, text);
}
