using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>All success factors as a matrix over types of region, Länder, size classes or fields of action.</summary>
internal sealed class FactorsPage(FactorMatrixReader matrices, Vocabularies vocabularies, Factors factors, IRegionRegister register) : IPage
{
    public const string AxisParameter = "axis";

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var (views, axis, axes) = await ReadAsync(request.Query, language, ct);
        return new PageResult.Page
        {
            Templates = ["SuccessFactors"],
            Model = views.View(axes),
            Head = new PageHead
            {
                Title = language.Pick("Erfolgsfaktoren: Was wirkt wo?", "Success factors: what works where?"),
                Description = language.Pick(
                    "Matrix: welcher Erfolgsfaktor in welchem Regionstyp wie oft belegt ist, wie gut, und wo Fälle ihm widersprechen.",
                    "Matrix: which success factor is evidenced in which type of region, how often, how well, and where cases contradict it."),
                Path = PathOf(language, axis, axes),
                TranslatedPath = PathOf(language.IsEnglish ? Language.German : Language.English, axis, axes),
                Section = Section.Factors,
            },
            Tags = [CacheTags.Search, CacheTags.Type("SuccessFactor"), CacheTags.Type("Taxonomy"), CacheTags.Regions],
        };
    }

    /// <summary>The matrix with the columns that an address asks for; the first kind of columns when it asks for none that there is.</summary>
    public async Task<(MatrixViews Views, MatrixAxis Axis, IReadOnlyList<MatrixAxis> Axes)> ReadAsync(IQueryCollection query, Language language, CancellationToken ct)
    {
        var axes = await matrices.AxesAsync(ct);
        var wanted = query[AxisParameter].ToString();
        var axis = axes.FirstOrDefault(a => a.Key == wanted) ?? axes[0];
        var terms = await vocabularies.GetAsync(ct);
        var labels = new FilterLabels(language, terms, await factors.GetAsync(ct), register.Current);
        return (new MatrixViews(await matrices.ReadAsync(axis, language.Code, ct), labels, terms), axis, axes);
    }

    public static string PathOf(Language language, MatrixAxis axis, IReadOnlyList<MatrixAxis> axes) =>
        axis.Key == axes[0].Key ? Paths.Factors(language) : $"{Paths.Factors(language)}?{AxisParameter}={axis.Key}";
}
