using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>The steps Orchard Core knows and this portal has no feature for, with the reason that the result gives.</summary>
internal static class StepCatalog
{
    private static readonly LocalizedText _accounts = new("Konten, Rollen und Rechte gibt es in diesem Portal noch nicht.", "This portal has no accounts, roles and permissions yet.");
    private static readonly LocalizedText _queries = new("Gespeicherte Abfragen und eigene Suchindexe gibt es noch nicht; gesucht wird im Index des Portals.", "There are no stored queries or custom indexes yet; the portal searches its own index.");
    private static readonly LocalizedText _theme = new("Aussehen und Aufbau der Seiten kommen aus dem Theme des Portals.", "The look and layout of pages come from the portal's theme.");
    private static readonly LocalizedText _openId = new("Einen Anmeldedienst (OpenID) gibt es noch nicht.", "There is no OpenID server yet.");
    private static readonly LocalizedText _operation = new("Das betrifft den Betrieb von Orchard Core; hier gibt es nichts zu tun.", "This concerns the operation of Orchard Core; there is nothing to do here.");
    private static readonly LocalizedText _workflows = new("Arbeitsabläufe, Formulare und Verteilungspläne gibt es nicht.", "There are no workflows, forms or deployment plans.");

    private static readonly LocalizedText _unknown = new("Diesen Schritt kennt das Portal nicht.", "The portal does not know this step.");
    private static readonly LocalizedText _thirdParty = new("Dienste anderer Anbieter sind nicht angebunden.", "Services of other providers are not connected.");

    private static readonly Dictionary<string, LocalizedText> _reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Roles"] = _accounts,
        ["Users"] = _accounts,
        ["custom-user-settings"] = _accounts,
        ["command"] = _accounts,
        ["queries"] = _queries,
        ["lucene-index"] = _queries,
        ["LuceneIndexSettings"] = _queries,
        ["lucene-index-reset"] = _queries,
        ["lucene-index-rebuild"] = _queries,
        ["CreateOrUpdateIndexProfile"] = _queries,
        ["ResetIndex"] = _queries,
        ["RebuildIndex"] = _queries,
        ["layers"] = _theme,
        ["Templates"] = _theme,
        ["AdminTemplates"] = _theme,
        ["ShortcodeTemplates"] = _theme,
        ["Placements"] = _theme,
        ["AdminMenu"] = _theme,
        ["MediaProfiles"] = _theme,
        ["Translations"] = _theme,
        ["Sitemaps"] = new("Die Sitemap entsteht aus den veröffentlichten Inhalten.", "The sitemap is made from the published content."),
        ["UrlRewriting"] = new("Weiterleitungen entstehen aus früheren Pfaden der Inhalte; eigene Regeln gibt es nicht.", "Redirects come from former paths of items; there are no custom rules."),
        ["WorkflowType"] = _workflows,
        ["deployment"] = _workflows,
        ["OpenIdApplication"] = _openId,
        ["OpenIdScope"] = _openId,
        ["OpenIdServerSettings"] = _openId,
        ["OpenIdValidationSettings"] = _openId,
        ["OpenIdClientSettings"] = _openId,
        ["FeatureProfiles"] = _operation,
        ["ReloadTenant"] = _operation,
        ["CreateOrUpdateRateLimitPolicies"] = _operation,
        ["move-attached-media-fields"] = _operation,
    };

    /// <summary>Why a step that no handler takes is skipped.</summary>
    public static LocalizedText ReasonToSkip(string name) =>
        _reasons.TryGetValue(name, out var reason) ? reason
        : name.EndsWith("Settings", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Elastic", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("azureai-", StringComparison.OrdinalIgnoreCase) ? _thirdParty
        : _unknown;
}
