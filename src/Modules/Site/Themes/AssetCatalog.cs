using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zukunftswerkstatt.Site.Http;

namespace Zukunftswerkstatt.Site.Themes;

/// <summary>
/// The theme's stylesheets, scripts and pictures, held in memory with their compressed forms. Addresses carry a hash of the content
/// (<c>/assets/theme.5f2c….css</c>), so browsers keep them for a year and never see an old one after a change.
/// </summary>
internal sealed class AssetCatalog
{
    private static readonly FrozenDictionary<string, string> _types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".webmanifest"] = "application/manifest+json",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> _urls;
    private readonly FrozenDictionary<string, Asset> _byFile;

    private AssetCatalog(IReadOnlyDictionary<string, byte[]> files)
    {
        var urls = new Dictionary<string, string>(StringComparer.Ordinal);
        var byFile = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var (name, content) in files)
        {
            var extension = Path.GetExtension(name);
            var asset = extension is ".png" or ".ico" ? Asset.OfPicture(content, _types[extension]) : Asset.OfText(content, _types[extension]);
            var file = $"{Path.GetFileNameWithoutExtension(name)}.{asset.Hash}{extension}";
            byFile[file] = asset;
            urls[name] = "/assets/" + file;
        }

        _urls = urls.ToFrozenDictionary(StringComparer.Ordinal);
        _byFile = byFile.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The address of a file of the theme's <c>assets/</c> folder, or of a bundle.</summary>
    public string Url(string name) =>
        _urls.TryGetValue(name, out var url) ? url : throw new InvalidOperationException($"The theme has no asset '{name}'.");

    public Asset? Find(string file) => _byFile.GetValueOrDefault(file);

    /// <summary>A file as the theme has it, without hash; for <c>/favicon.ico</c> and the like.</summary>
    public Asset? ByName(string name) => _urls.TryGetValue(name, out var url) ? Find(url["/assets/".Length..]) : null;

    /// <summary>
    /// Reads <c>assets/</c> and joins the bundles that <c>theme.json</c> lists: <c>{"theme.css": ["tokens.css", "print:print.css"], "theme.js": ["include.js"]}</c>.
    /// Scripts of a bundle are modules that neither import nor export; each keeps its names to itself.
    /// </summary>
    public static AssetCatalog Read(string themeFolder)
    {
        var folder = Path.Combine(themeFolder, "assets");
        var files = Directory.EnumerateFiles(folder)
            .Where(file => _types.ContainsKey(Path.GetExtension(file)))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(themeFolder, "theme.json")));
        foreach (var bundle in manifest.RootElement.GetProperty("bundles").EnumerateObject())
        {
            files[bundle.Name] = Encoding.UTF8.GetBytes(string.Concat(bundle.Value.EnumerateArray().Select(part => Part(part.GetString()!))));
        }

        return new AssetCatalog(files);

        // "print:print.css" stands for @media print { … }; a script becomes a block, which is the scope of what it declares.
        string Part(string entry)
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            var text = Encoding.UTF8.GetString(files[entry[(colon + 1)..]]);
            return colon >= 0 ? $"@media {entry[..colon]} {{\n{text}}}\n"
                : entry.EndsWith(".js", StringComparison.Ordinal) ? $"{{\n{text}}}\n"
                : text;
        }
    }
}

/// <summary>One file with media type, quoted entity tag and compressed forms, which are made when the first reader asks for them.</summary>
internal sealed class Asset
{
    private readonly bool _isText;
    private byte[]? _brotli;
    private byte[]? _gzip;

    private Asset(byte[] content, string type, bool isText) => (Content, Type, _isText) = (content, type, isText);

    public byte[] Content { get; }

    public string Type { get; }

    /// <summary>Short, and another for every content.</summary>
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

    public string ETag => field ??= EntityTag.Of(Hash);

    /// <summary>
    /// As small as it gets: the stylesheet then fits into the first packets that a server may send, and the first picture comes a round trip sooner.
    /// Null where compression does not pay.
    /// </summary>
    public byte[]? Brotli => _isText ? Volatile.Read(ref _brotli) ?? (_brotli = Compress(stream => new BrotliStream(stream, CompressionLevel.SmallestSize))) : null;

    /// <summary>For readers without Brotli; null where compression does not pay.</summary>
    public byte[]? Gzip => _isText ? Volatile.Read(ref _gzip) ?? (_gzip = Compress(stream => new GZipStream(stream, CompressionLevel.SmallestSize))) : null;

    /// <summary>A text.</summary>
    public static Asset OfText(byte[] content, string type) => new(content, type, isText: true);

    /// <summary>A picture, which is compressed in itself.</summary>
    public static Asset OfPicture(byte[] content, string type) => new(content, type, isText: false);

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var packer = open(target))
        {
            packer.Write(Content);
        }

        return target.ToArray();
    }
}
