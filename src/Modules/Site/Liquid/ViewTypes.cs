using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Bookmarks;
using Zukunftswerkstatt.Site.Comparison;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Events;
using Zukunftswerkstatt.Site.Findings;
using Zukunftswerkstatt.Site.Home;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Lands;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Matrix;
using Zukunftswerkstatt.Site.Measures;
using Zukunftswerkstatt.Site.MyMunicipality;
using Zukunftswerkstatt.Site.Organisations;
using Zukunftswerkstatt.Site.Places;
using Zukunftswerkstatt.Site.Search;
using Zukunftswerkstatt.Site.Similar;
using Zukunftswerkstatt.Site.StaticPages;
using Zukunftswerkstatt.Site.Topics;

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
        typeof(CitationView),

        typeof(MapView),
        typeof(MapShapeView),
        typeof(MapCircleView),
        typeof(MapDotView),
        // Comparison and list
        typeof(ComparisonView),
        typeof(ComparedView),
        typeof(ComparisonGroupView),
        typeof(ComparisonRowView),
        typeof(ComparisonCellView),
        typeof(ComparedFactorView),
        typeof(ScaleView),
        typeof(AddView),
        typeof(AddChoiceView),
        typeof(BookmarksView),
        typeof(BookmarkView),
        // My municipality
        typeof(MunicipalityView),
        typeof(ProfileFigureView),
        typeof(StripView),
        typeof(WeightView),
        typeof(PeerView),
        typeof(DifferenceView),
        typeof(ScatterView),
        typeof(ScatterRowView),
        typeof(ValueRowView),
        typeof(ChooseView),
        typeof(ChoiceView),
        typeof(SimilarView),
        typeof(SimilarityMethodView),
        typeof(MethodRowView),
        // Search
        typeof(SearchView),
        typeof(ExplanationView),
        typeof(ExplanationRow),
        typeof(AroundView),
        typeof(HiddenField),
        typeof(ModeView),
        typeof(FacetView),
        typeof(FacetValueView),
        typeof(ChosenView),
        typeof(SortView),
        typeof(HitView),
        typeof(HitGroupView),
        typeof(GroupingView),
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
        typeof(BarsView),
        typeof(ReadingAid),
        typeof(AidLine),
        typeof(LandComparisonView),
        typeof(LandChoiceView),
        typeof(LandGroupView),
        typeof(LandRowView),
        // Initiatives
        typeof(InitiativeView),
        typeof(ChapterView),
        typeof(EvidenceView),
        typeof(WhereaboutsView),
        typeof(FigureView),
        typeof(MentionView),
        typeof(RoleView),
        typeof(ContactView),
        typeof(DurationView),
        typeof(TimelineView),
        typeof(TickView),
        typeof(BarView),
        typeof(MarkView),
        typeof(PlacesMapView),
        typeof(OutlineView),
        typeof(DotView),

        // Factors, workshops, findings, events
        typeof(ArticleView),
        typeof(ProgrammeView),
        typeof(EvidenceChartView),
        typeof(EvidenceBarView),
        typeof(PlaceGroupView),
        typeof(RowGroup),
        typeof(RowView),
        typeof(TopicLine),
        typeof(FindingsView),
        typeof(WorkshopRow),
        typeof(EventsView),
        // Regions, terms
        typeof(RegionView),
        typeof(FigureLine),
        typeof(AttributionLine),
        typeof(TopicsView),
        typeof(TopicGroup),
        typeof(TopicView),
        // Home, measures, organisations, pages
        typeof(HomeView),
        typeof(TopicEntryView),
        typeof(MiniMatrixView),
        typeof(MiniRowView),
        typeof(MiniCellView),
        typeof(EventEntryView),
        typeof(InitiativeListView),
        typeof(SortLinkView),
        typeof(MeasureListView),
        typeof(MeasureView),
        typeof(OrganisationListView),
        typeof(OrganisationRowView),
        typeof(OrganisationView),
        typeof(StaticPageView),

        // The page around
        typeof(PageView),
        typeof(AlternateView),
        typeof(FeedView),
        typeof(NavItem),
    ];
}
