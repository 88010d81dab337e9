using System.Buffers;
using System.Reflection;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;
using Xunit;
using Zukunftswerkstatt.Site;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Portal.Tests.Site;

/// <summary>
/// Every template of the theme, rendered strictly with a full and with an empty view. The views are made by reflection: full means that every
/// property has a value and every list two members; empty means that what may be null is null and every list is empty.
/// </summary>
public sealed class TemplateTests : IDisposable
{
    private const string Hostile = "<script>alert('x')</script>\"&";

    private readonly Theme _theme = ThemeOnDisk.Real();

    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (template, view) in Views())
            {
                data.Add(template, view.Name);
            }

            return data;
        }
    }

    public void Dispose() => _theme.Dispose();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_full_view_is_rendered_and_its_texts_are_encoded(string template, string view)
    {
        foreach (var language in new[] { Language.German, Language.English })
        {
            var html = await RenderAsync(template, Make(view, full: true), language);
            var page = new HtmlParser().ParseDocument(html);
            Assert.Equal(language.Code, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("main h1"));
            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
            Assert.DoesNotContain(page.All, element => element.HasAttribute("style") || element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.DoesNotContain("alert('x')</script>", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_empty_view_is_rendered_as_well(string template, string view)
    {
        foreach (var language in new[] { Language.German, Language.English })
        {
            var page = new HtmlParser().ParseDocument(await RenderAsync(template, Make(view, full: false), language));
            Assert.Single(page.QuerySelectorAll("main h1"));
            Assert.Empty(page.QuerySelectorAll("main ul:empty, main ol:empty"));
        }
    }

    [Fact]
    public void Every_page_template_has_a_view() =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(ThemeFolder.Locate(new SiteOptions.ThemeOptions(), AppContext.BaseDirectory), "templates"), "*.liquid")
            .Select(Path.GetFileNameWithoutExtension).Except(Views().Select(pair => pair.Template)).Except(["Layout"]));

    private static IEnumerable<(string Template, Type View)> Views() =>
    [
        ("Home", View("HomeView")),
        ("List-Initiative", View("InitiativeListView")),
        ("Content-Initiative", View("InitiativeView")),
        ("List-MeasureType", View("MeasureListView")),
        ("Content-MeasureType", View("MeasureView")),
        ("List-Organisation", View("OrganisationListView")),
        ("Content-Organisation", View("OrganisationView")),
        ("Content-Page", View("StaticPageView")),
        ("Error", View("ErrorView")),
        ("Search", View("SearchView")),
        ("SuccessFactors", View("MatrixView")),
        ("LandComparison", View("LandComparisonView")),
        ("Content-SuccessFactor", View("ArticleView")),
        ("Findings", View("FindingsView")),
        ("Content-Workshop", View("ArticleView")),
        ("Content-Finding", View("ArticleView")),
        ("Events", View("EventsView")),
        ("Content-Event", View("ArticleView")),
        ("Region", View("RegionView")),
        ("MyMunicipality", View("MunicipalityView")),
        ("MyMunicipality-Choose", View("ChooseView")),
        ("MyMunicipality-Method", View("SimilarityMethodView")),
        ("Comparison", View("ComparisonView")),
        ("Bookmarks", View("BookmarksView")),
        ("Similar", View("SimilarView")),
        ("Topics", View("TopicsView")),
        ("Topic", View("TopicView")),
    ];

    private static Type View(string name) => typeof(SiteOptions).Assembly.GetTypes().Single(type => type.Name == name);

    private static object Make(string view, bool full) => Make(View(view), full, depth: 0)!;

    private static object? Make(Type type, bool full, int depth)
    {
        if (type == typeof(string))
        {
            return full ? Hostile : "";
        }

        if (type == typeof(SafeHtml))
        {
            return new SafeHtml("<p>Text</p>");
        }

        if (type == typeof(bool))
        {
            return full;
        }

        if (type == typeof(int))
        {
            return full ? 2 : 0;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return full ? Make(value, full, depth) : null;
        }

        if (type == typeof(DateTime))
        {
            return new DateTime(2026, 5, 22, 0, 0, 0, DateTimeKind.Utc);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var member = type.GetGenericArguments()[0];
            var array = Array.CreateInstance(member, full && depth < 6 ? 2 : 0);
            for (var i = 0; i < array.Length; i++)
            {
                array.SetValue(Make(member, full, depth + 1), i);
            }

            return array;
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(c => !IsCopy(c, type)).MaxBy(c => c.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => !full && nullability.Create(p).ReadState == NullabilityState.Nullable ? null : Make(p.ParameterType, full, depth + 1))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && constructor.GetParameters().All(parameter => parameter.Name != p.Name)))
        {
            if (full || nullability.Create(property).ReadState != NullabilityState.Nullable)
            {
                property.SetValue(made, Make(property.PropertyType, full, depth + 1));
            }
        }

        return made;
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [{ ParameterType: var only }] && only == type;

    private async Task<string> RenderAsync(string template, object model, Language language)
    {
        var renderer = new PageRenderer(_theme, new PageShell(Options.Create(new SiteOptions()), new ReadySearcher()));
        var bytes = new ArrayBufferWriter<byte>();
        await renderer.RenderAsync(
            new PageResult.Page { Templates = [template], Model = model, Head = new PageHead { Title = Hostile, Description = Hostile, JsonLd = "{}" } }, language, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
