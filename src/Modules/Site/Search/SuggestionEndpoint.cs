using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>What is suggested while somebody types into a search field, as JSON: groups with headings, every entry with its address.</summary>
internal static class SuggestionEndpoint
{
    // Long enough for somebody who deletes and types again, short enough that what was published shows up soon.
    private const string CacheControl = "public, max-age=60";

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSuggestions(this IEndpointRouteBuilder routes)
    {
        foreach (var language in (Language[])[Language.German, Language.English])
        {
            routes.MapMethods(Paths.Suggestions(language), _methods, AnswerAsync);
        }
    }

    private static async Task AnswerAsync(HttpContext http, Suggestions suggestions, Vocabularies vocabularies, IRegionRegister register)
    {
        var language = Language.OfPath(http.Request.Path.Value);
        var found = await suggestions.FindAsync(http.Request.Query[SearchParameters.Query].ToString(), language.Code, http.RequestAborted);
        var answer = Answer(found, language, await vocabularies.GetAsync(http.RequestAborted), register.Current);
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer, SuggestionJson.Default.SuggestionAnswer);
        var response = http.Response;
        response.Headers.CacheControl = CacheControl;
        response.Headers.ETag = EntityTag.Of(body);
        if (http.Request.Headers.IfNoneMatch is { Count: > 0 } known && EntityTag.Matches(known, response.Headers.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(body, http.RequestAborted);
        }
    }

    private static SuggestionAnswer Answer(SuggestionSet set, Language language, VocabularySet vocabularies, RegionSnapshot regions)
    {
        var groups = new[]
        {
            new SuggestionGroup(language.Pick("Orte", "Places"), [.. set.Regions.Select(region => new Suggestion(region.Name, Around(region, regions), Paths.Region(language, region.CanonicalAgs), null))]),
            new SuggestionGroup(language.Pick("Themen", "Topics"), [.. set.Terms.Select(term => new Suggestion(term.Label(language.Code), About(term, language, vocabularies), Href(term, language), null))]),
            new SuggestionGroup(language.Pick("Initiativen", "Initiatives"), [.. set.Initiatives.Select(hit => Of(hit, language, regions))]),
            new SuggestionGroup(language.Pick("Erfolgsfaktoren", "Success factors"), [.. set.Factors.Select(hit => Of(hit, language, regions))]),
            new SuggestionGroup(language.Pick("Maßnahmen", "Measures"), [.. set.Measures.Select(hit => Of(hit, language, regions))]),
            new SuggestionGroup(language.Pick("Organisationen", "Organisations"), [.. set.Organisations.Select(hit => Of(hit, language, regions))]),
        };
        return new SuggestionAnswer(
            set.Count == 0
                ? language.Pick("Keine Vorschläge.", "No suggestions.")
                : language.Count(set.Count, "Vorschlag", "Vorschläge", "suggestion", "suggestions") + language.Pick(", mit den Pfeiltasten zu wählen.", ", use the arrow keys to choose."),
            [.. groups.Where(group => group.Items.Count > 0)]);
    }

    private static Suggestion Of(SuggestedDocument hit, Language language, RegionSnapshot regions)
    {
        var card = HitCard.Read(hit.Payload);
        var place = card.Places is [var ags, ..] && regions.Find(ags) is { Level: not RegionLevel.Bund } region ? region.Name : null;
        return new Suggestion(card.Title, place, Paths.Item(language, card.Path), hit.Culture == language.Code ? null : hit.Culture);
    }

    /// <summary>„Landkreis Mittelsachsen, Sachsen“; what tells places of one name apart.</summary>
    private static string? Around(Region region, RegionSnapshot regions) =>
        string.Join(", ", regions.Ancestors(region.Ags).Where(above => above.Level != RegionLevel.Bund).Select(above => above.Name)) is { Length: > 0 } around ? around : null;

    private static string? About(Term term, Language language, VocabularySet vocabularies) => term.Vocabulary switch
    {
        VocabularyKeys.Topics => vocabularies.BySlug(term.Broader)?.Label(language.Code) ?? language.Pick("Handlungsfeld", "Field of action"),
        VocabularyKeys.Groups => language.Pick("Zielgruppe", "Target group"),
        VocabularyKeys.Goals => language.Pick("Projektziel", "Goal"),
        _ => language.Pick("Projektart", "Kind of project"),
    };

    private static string Href(Term term, Language language) => term.Vocabulary switch
    {
        VocabularyKeys.Topics => Paths.Topic(language, term.Slug),
        VocabularyKeys.Groups => Paths.InitiativesWith(language, SearchNames.Group, term.Slug),
        VocabularyKeys.Goals => Paths.InitiativesWith(language, SearchNames.Goal, term.Slug),
        _ => Paths.InitiativesWith(language, SearchNames.Kind, term.Slug),
    };
}

/// <param name="Status">What a screen reader says of it.</param>
/// <param name="Groups">Those with entries, in the order in which they are shown.</param>
internal sealed record SuggestionAnswer(string Status, IReadOnlyList<SuggestionGroup> Groups);

internal sealed record SuggestionGroup(string Label, IReadOnlyList<Suggestion> Items);

/// <param name="Text">The name.</param>
/// <param name="Detail">What tells it from others of the same name.</param>
/// <param name="Href">Where choosing it leads.</param>
/// <param name="Lang">Language of the name when it differs from the page's.</param>
internal sealed record Suggestion(string Text, string? Detail, string Href, string? Lang);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SuggestionAnswer))]
internal sealed partial class SuggestionJson : JsonSerializerContext;
