using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Maps;

namespace Zukunftswerkstatt.Site.Home;

/// <summary>The home page.</summary>
internal sealed record HomeView(
    string Action,
    IReadOnlyList<Link> Questions,
    MapView Map,
    IReadOnlyList<TopicEntryView> Topics,
    MiniMatrixView? Matrix,
    IReadOnlyList<CardView> Newest,
    IReadOnlyList<EventEntryView> Events);

/// <summary>A field of action with its number of initiatives, like a line in a table of contents.</summary>
internal sealed record TopicEntryView(string Title, string Href, string Count, IReadOnlyList<Link> Below);

/// <summary>The matrix in small: the first rows only.</summary>
internal sealed record MiniMatrixView(IReadOnlyList<string> Columns, IReadOnlyList<MiniRowView> Rows, string Href);

internal sealed record MiniRowView(Link Factor, IReadOnlyList<MiniCellView> Cells);

/// <param name="Level">Tint 1–5; 0 for an empty cell.</param>
/// <param name="Count">Finished number.</param>
/// <param name="Disputed">Somebody contradicts.</param>
internal sealed record MiniCellView(int Level, string Count, bool Disputed);

/// <summary>An event to come.</summary>
internal sealed record EventEntryView(LeafView Leaf, string Title, string Href, string? Lang, string Where, bool Sample);
