using System.Text;
using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Media;

namespace Zukunftswerkstatt.Portal.Tests.Media;

public sealed class MediaTests : IDisposable
{
    private static readonly byte[] _png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private readonly string _folder = Directory.CreateTempSubdirectory("media-").FullName;

    private PortalPaths Paths => new(_folder);

    private MediaStore Store => new(Paths);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a.png")]
    [InlineData("bilder/Straße 1.JPG")]
    [InlineData("/a/b/c.webp")]
    public void Ordinary_paths_are_taken(string path) => Assert.True(MediaPath.TryParse(path, out _, out _));

    [Theory]
    [InlineData("")]
    [InlineData("../a.png")]
    [InlineData("a/../../b.png")]
    [InlineData("a//b.png")]
    [InlineData("//a.png")]
    [InlineData("a\\b.png")]
    [InlineData("C:/a.png")]
    [InlineData("CON.png")]
    [InlineData("com1/a.png")]
    [InlineData(".hidden.png")]
    [InlineData("a /b.png")]
    [InlineData("a.png ")]
    [InlineData("a%2Fb.png")]
    [InlineData("a\0.png")]
    [InlineData("a.html")]
    [InlineData("a.png.exe")]
    [InlineData("png")]
    public void Paths_that_lead_out_or_mean_something_are_refused(string path) => Assert.False(MediaPath.TryParse(path, out _, out _));

    [Fact]
    public void Content_must_be_what_the_extension_says()
    {
        Assert.Null(Check("a.png", _png));
        Assert.NotNull(Check("a.jpg", _png));
        Assert.NotNull(Check("a.png", "<html>"u8.ToArray()));
        Assert.NotNull(Check("a.gif", []));
        Assert.NotNull(Check("a.doc", "\n <script>"u8.ToArray()));
        Assert.Null(Check("a.pdf", "%PDF-1.7"u8.ToArray()));
        Assert.Null(Check("a.webp", "RIFF....WEBPVP8 "u8.ToArray()));
        Assert.NotNull(MediaStore.Check(Path("a.mp4"), new byte[MediaStore.MaxBytes + 1]));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", true)]
    [InlineData("<?xml version='1.0'?><svg/>", true)]
    [InlineData("<svg><script>alert(1)</script></svg>", false)]
    [InlineData("<svg onload='alert(1)'/>", false)]
    [InlineData("<svg><a href=' java\tscript:alert(1)'/></svg>", false)]
    [InlineData("<svg><foreignObject/></svg>", false)]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", false)]
    [InlineData("<html/>", false)]
    [InlineData("<svg>", false)]
    public void Svg_is_stored_only_without_script(string svg, bool harmless) => Assert.Equal(harmless, Check("a.svg", Encoding.UTF8.GetBytes(svg)) is null);

    [Fact]
    public async Task Files_are_replaced_whole_or_not_at_all()
    {
        await Store.SaveAsync([(Path("x/a.png"), _png)], default);
        Assert.Equal(_png, await File.ReadAllBytesAsync(Store.Find(Path("x/a.png"))!.FullName));
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync([(Path("x/a.png"), new byte[] { 1 }), (Path("x/a.png/b.png"), _png)], default));
        Assert.Equal(_png, await File.ReadAllBytesAsync(Store.Find(Path("x/a.png"))!.FullName));
        Assert.Single(Directory.GetFiles(System.IO.Path.Combine(Paths.Media, "x")));
        Store.Delete(Path("x/a.png"));
        Assert.Null(Store.Find(Path("x/a.png")));
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        Directory.CreateDirectory(Paths.Media);
        File.CreateSymbolicLink(System.IO.Path.Combine(Paths.Media, "link.png"), "/etc/hostname");
        Directory.CreateSymbolicLink(System.IO.Path.Combine(Paths.Media, "folder"), "/etc");
        Assert.Null(Store.Find(Path("link.png")));
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync([(Path("folder/a.png"), _png)], default));
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync([(Path("link.png"), _png)], default));
    }

    private static LocalizedText? Check(string path, byte[] content) => MediaStore.Check(Path(path), content);

    private static MediaPath Path(string path) => MediaPath.TryParse(path, out var media, out _) ? media : throw new ArgumentException(path);
}
