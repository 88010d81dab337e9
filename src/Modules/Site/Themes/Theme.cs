using Fluid;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Liquid;

namespace Zukunftswerkstatt.Site.Themes;

/// <summary>
/// The theme in use: folder → snapshot → readers. Only this class replaces the snapshot; readers take <see cref="Current"/> once per request and never lock.
/// A template that does not parse keeps the last good snapshot in use and is reported; at start it stops the start.
/// </summary>
internal sealed partial class Theme : IDisposable
{
    // Editors save in several steps (truncate, write, rename); one reload after the last of them is enough.
    private static readonly TimeSpan _settle = TimeSpan.FromMilliseconds(120);

    private readonly string _folder;
    private readonly bool _strict;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly TimeProvider _time;
    private readonly ILogger<Theme> _log;
    private readonly FileSystemWatcher _watcher;
    private readonly ITimer _reload;
    private volatile ThemeSnapshot _current;

    public Theme(IOptions<SiteOptions> options, IHostEnvironment host, TimeProvider time, ILogger<Theme> log)
        : this(ThemeFolder.Locate(options.Value.Theme, host.ContentRootPath), options.Value.Theme.Strict, time, log)
    {
    }

    internal Theme(string folder, bool strict, TimeProvider time, ILogger<Theme> log)
    {
        _folder = folder;
        _strict = strict;
        _time = time;
        _log = log;
        _current = Read();
        _reload = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        _watcher.Changed += (_, _) => Soon();
        _watcher.Created += (_, _) => Soon();
        _watcher.Deleted += (_, _) => Soon();
        _watcher.Renamed += (_, _) => Soon();
        _watcher.EnableRaisingEvents = true;
    }

    public ThemeSnapshot Current => _current;

    /// <summary>Raised after a new snapshot is in use; what was rendered with the old one is out of date.</summary>
    public event Action? Changed;

    public void Dispose()
    {
        _watcher.Dispose();
        _reload.Dispose();
    }

    private void Soon() => _reload.Change(_settle, Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        try
        {
            _current = Read();
            LogReloaded(_folder);
            Changed?.Invoke();
        }
        catch (Exception e) when (e is IOException or FormatException or System.Text.Json.JsonException or UnauthorizedAccessException)
        {
            LogKept(e, _folder);
        }
    }

    private ThemeSnapshot Read()
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        var root = Path.Combine(_folder, "templates");
        foreach (var file in Directory.EnumerateFiles(root, "*.liquid", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Partials live in a folder of their own but are named without it: {% render 'card' %}.
            if (!sources.TryAdd(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
            {
                throw new FormatException($"{file}: another template has the same name.");
            }
        }

        var german = Translations.Read(Language.German, Path.Combine(_folder, "translations", "de.json"), _strict);
        var english = Translations.Read(Language.English, Path.Combine(_folder, "translations", "en.json"), _strict);
        var assets = AssetCatalog.Read(_folder);
        var parser = new PortalLiquidParser();
        var templates = new Dictionary<string, IFluidTemplate>(StringComparer.Ordinal);
        foreach (var (name, source) in sources)
        {
            templates[name] = parser.TryParse(source, out var template, out var error)
                ? template
                : throw new FormatException($"{Path.Combine(root, name + ".liquid")}: {error}");
        }

        return new ThemeSnapshot
        {
            Templates = templates,
            Options = LiquidSettings.Create(templates, assets, _time, _zone, _strict),
            German = german,
            English = english,
            Assets = assets,
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Theme re-read from {Folder}")]
    private partial void LogReloaded(string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "The theme in {Folder} cannot be read; the last good version stays in use")]
    private partial void LogKept(Exception exception, string folder);
}
