using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Matrix;
using Zukunftswerkstatt.Site.Search;

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

        typeof(MapView),
        typeof(MapShapeView),
        typeof(MapPinView),
        // Search
        typeof(SearchView),
        typeof(HiddenField),
        typeof(ModeView),
        typeof(FacetView),
        typeof(FacetValueView),
        typeof(ChosenView),
        typeof(SortView),
        typeof(HitView),
        typeof(PagingView),
        typeof(PageLink),
        typeof(NoHitsView),
        typeof(WayOutView),
        // Success factors
        typeof(MatrixView),
        typeof(ModeLink),
        typeof(MatrixColumnView),
        typeof(MatrixRowView),
        typeof(MatrixCellView),
        typeof(MatrixTotalView),
        typeof(ReadingAid),
        typeof(AidLine),
        // The page around
        typeof(PageView),
        typeof(AlternateView),
        typeof(FeedView),
        typeof(NavItem),
    ];
}
