using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>How likeness is computed: the formula, its limits, and the numbers behind it as they are now.</summary>
internal sealed class SimilarityMethodPage(SimilarMunicipalities similar) : IPage
{
    public Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var matrix = similar.Current;
        var other = language.IsEnglish ? Language.German : Language.English;
        return Task.FromResult<PageResult>(new PageResult.Page
        {
            Templates = ["MyMunicipality-Method"],
            Model = new SimilarityMethodView(Paths.MyMunicipality(language), language.Number(matrix.Count), [.. SimilarityIndicator.All.Select((indicator, i) => Row(language, matrix, indicator, i))]),
            Head = new PageHead
            {
                Title = language.Pick("So rechnen wir Ähnlichkeit", "How likeness is computed"),
                Description = language.Pick(
                    "Welche Zahlen verglichen werden, mit welcher Formel, und was sie nicht wissen.", "Which figures are compared, by which formula, and what they do not know."),
                Path = Paths.SimilarityMethod(language),
                TranslatedPath = Paths.SimilarityMethod(other),
                Section = Section.Municipality,
            },
            Tags = [CacheTags.Regions],
        });
    }

    private static MethodRowView Row(Language language, MunicipalityMatrix matrix, SimilarityIndicator indicator, int position)
    {
        var (own, ofKreis) = (0, 0);
        foreach (var municipality in matrix.Municipalities)
        {
            if (indicator.Indicator is { } measured)
            {
                var value = RegionProfile.Of(matrix.Register, municipality, measured);
                own += value is { Figure: not null, IsOfKreis: false } ? 1 : 0;
                ofKreis += value.IsOfKreis ? 1 : 0;
            }
            else if (Numbers.Type(language, matrix.Register, municipality) is not null)
            {
                ofKreis++;
            }
        }

        var (mean, deviation) = matrix.ScaleOf(position);
        var isLogarithmic = indicator.Indicator is { IsLogarithmic: true };
        var scale = isLogarithmic ? language.Pick(" (Zehnerlogarithmus von Wert + 1)", " (base-10 logarithm of value + 1)") : indicator.Indicator is null ? language.Pick(" (Stufen 0 bis 3)", " (steps 0 to 3)") : "";
        return new MethodRowView(
            indicator.Name.In(language.Culture), (indicator.Indicator?.Label ?? RegionSchemes.KreisTypes.Label).In(language.Culture) + scale,
            deviation == 0 ? "–" : mean.ToString("0.00", language.Culture), deviation == 0 ? "–" : deviation.ToString("0.00", language.Culture),
            language.Number(own), language.Number(ofKreis), language.Number(matrix.Count - own - ofKreis));
    }
}
