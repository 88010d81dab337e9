using Fluid;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

// Experimental in Fluid 2.41, and the only way to hand {% render %} a template that is parsed already.
#pragma warning disable FLUID001

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>Gives <c>{% render %}</c> the snapshot's parsed templates; no file is opened and nothing is parsed while a page renders.</summary>
internal sealed class ParsedTemplates(IReadOnlyDictionary<string, IFluidTemplate> templates) : IFileProvider, ITemplateCache
{
    private const string Extension = ".liquid";

    public bool TryGetTemplate(string subpath, DateTimeOffset lastModified, out IFluidTemplate template) =>
        templates.TryGetValue(NameOf(subpath), out template!);

    public void SetTemplate(string subpath, DateTimeOffset lastModified, IFluidTemplate template)
    {
        // Every template of the theme is in the snapshot already.
    }

    public IFileInfo GetFileInfo(string subpath) =>
        templates.ContainsKey(NameOf(subpath)) ? new Parsed(subpath) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string NameOf(string subpath) =>
        subpath.EndsWith(Extension, StringComparison.Ordinal) ? subpath[..^Extension.Length] : subpath;

    private sealed class Parsed(string name) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => default;

        public long Length => 0;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => throw new NotSupportedException("Templates come parsed from the snapshot.");
    }
}
