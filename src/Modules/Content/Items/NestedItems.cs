namespace Zukunftswerkstatt.Content;

/// <summary>An item within another.</summary>
/// <param name="Place">Where, with a dot at the end: <c>Sources[2].</c>, <c>FlowPart[0].</c>, <c>TaxonomyPart.Terms[1].Terms[0].</c></param>
/// <param name="Item">The nested item.</param>
/// <param name="Container">The part or list it is in, for people.</param>
/// <param name="Allowed">Content types that may be there; empty: any.</param>
internal sealed record NestedItem(string Place, ContentItem Item, string Container, IReadOnlyList<string> Allowed);

/// <summary>Everything that is nested in an item, one level down: entries of bags, widgets of flows, terms of taxonomies and of terms.</summary>
internal static class NestedItems
{
    public static IEnumerable<NestedItem> Of(ContentTypeDefinition type, ContentItem item, string prefix)
    {
        foreach (var part in type.Parts)
        {
            var (nested, member, allowed) = part.PartName switch
            {
                "BagPart" => (item.Bag(part.Name), "", part.Settings.Get<BagPartSettings>().ContainedContentTypes),
                "FlowPart" => (item.Widgets(part.Name), "", part.Settings.Get<FlowPartSettings>().ContainedContentTypes),
                "TaxonomyPart" => (item.NestedTerms(), ".Terms", item.TermContentType is { Length: > 0 } term ? [term] : []),
                _ => ([], "", (IReadOnlyList<string>)[]),
            };
            for (var i = 0; i < nested.Count; i++)
            {
                yield return new($"{prefix}{part.Name}{member}[{i}].", nested[i], part.Name, allowed);
            }
        }

        if (item.Part("TaxonomyPart") is null)
        {
            // A term keeps those below it at its root.
            var terms = item.NestedTerms();
            for (var i = 0; i < terms.Count; i++)
            {
                yield return new($"{prefix}Terms[{i}].", terms[i], "Terms", []);
            }
        }
    }
}
