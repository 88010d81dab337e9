using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>Every type that a template may look into, all public properties of each. Anything else renders empty.</summary>
internal static class ViewTypes
{
    public static IReadOnlyList<Type> All { get; } =
    [
        // Shared
        typeof(Link),
        typeof(GradeView),
        typeof(EffectView),
        typeof(StationView),
        typeof(SourceView),
        typeof(CardView),
        typeof(PlaceView),
        typeof(LocatorView),
        typeof(FactRow),
        typeof(LeafView),
        typeof(RibbonView),
        typeof(PagerView),
        typeof(ContentItemView),
        typeof(ErrorView),

        // The page around
        typeof(PageView),
        typeof(AlternateView),
        typeof(FeedView),
        typeof(NavItem),
    ];
}
