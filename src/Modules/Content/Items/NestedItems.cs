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
    /// <summary>What is in a part.</summary>
    public static IEnumerable<NestedItem> Of(TypePart part, ContentItem item, string prefix)
    {
        var (nested, member, allowed) = part.PartName switch
        {
            "BagPart" => (item.Bag(part.Name), "", part.Settings.Get<BagPartSettings>().ContainedContentTypes),
            "FlowPart" => (item.Widgets(part.Name), "", part.Settings.Get<FlowPartSettings>().ContainedContentTypes),
            "TaxonomyPart" => (item.NestedTerms(), ".Terms", item.TermContentType is { Length: > 0 } term ? [term] : []),
            _ => ([], "", (IReadOnlyList<string>)[]),
        };
        return nested.Select((inner, i) => new NestedItem($"{prefix}{part.Name}{member}[{i}].", inner, part.Name, allowed));
    }

    /// <summary>The terms below a term, which keeps them at its root.</summary>
    public static IEnumerable<NestedItem> BelowTerm(ContentItem item, string prefix) => item.Part("TaxonomyPart") is null
        ? item.NestedTerms().Select((term, i) => new NestedItem($"{prefix}Terms[{i}].", term, "Terms", []))
        : [];
}
