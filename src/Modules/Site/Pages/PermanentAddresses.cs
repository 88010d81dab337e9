using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary><c>/id/{id}</c>: the address of anything that never changes. Leads to the page of an item, of a term, or of what an item without a page belongs to.</summary>
internal static class PermanentAddresses
{
    public static async Task AnswerAsync(string id, HttpContext http, IContentReader content, Vocabularies vocabularies)
    {
        var target = id.Length > ContentIds.MaxLength ? null : await FindAsync(id, content, vocabularies, http.RequestAborted);
        if (target is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = target;
    }

    private static async Task<string?> FindAsync(string id, IContentReader content, Vocabularies vocabularies, CancellationToken ct)
    {
        if ((await vocabularies.GetAsync(ct)).ById(id) is { } term)
        {
            return PathOf(term);
        }

        if (await content.GetAsync(id, ct) is not { } item)
        {
            return null;
        }

        if (item.Path is { } path)
        {
            return "/" + path;
        }

        // Evidence stands on the pages of its factor and its initiative.
        var owner = item.Ids("FactorEvidence", "Factor").Concat(item.Ids("FactorEvidence", "Initiative")).FirstOrDefault();
        return owner is not null && (await content.GetAsync(owner, ct))?.Path is { } ownerPath ? "/" + ownerPath : null;
    }

    // Fields of action have pages; the other vocabularies are filters of the search.
    private static string PathOf(Term term) => term.Vocabulary switch
    {
        VocabularyKeys.Topics => Paths.Topic(Language.German, term.Slug),
        VocabularyKeys.Goals => Paths.InitiativesWith(Language.German, SearchNames.Goal, term.Slug),
        VocabularyKeys.Kinds => Paths.InitiativesWith(Language.German, SearchNames.Kind, term.Slug),
        VocabularyKeys.Scopes => Paths.InitiativesWith(Language.German, SearchNames.Scope, term.Slug),
        VocabularyKeys.Groups => Paths.InitiativesWith(Language.German, SearchNames.Group, term.Slug),
        VocabularyKeys.Dimensions => Paths.Factors(Language.German),
        VocabularyKeys.ProcessSteps or VocabularyKeys.Methods => Paths.Findings(Language.German),
        _ => Paths.Organisations(Language.German),
    };
}
