using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class ComputedFigureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_comes_from_two_official_figures_in_whatever_order_they_were_imported(bool newestFirst)
    {
        await using var portal = await RegionPortal.CreateAsync();
        await portal.ImportAsync(newestFirst ? SharedFiles.DirectoryOf2023 : SharedFiles.ExtractOf2020);
        await portal.ImportAsync(newestFirst ? SharedFiles.ExtractOf2020 : SharedFiles.DirectoryOf2023);

        var change = portal.Register.Find("14522060")!.Figure(RegionIndicators.Change)!;
        var before = portal.Register.Find("14522060")!.Earlier.Single(figure => figure.Indicator == RegionIndicators.Population);

        Assert.Equal((2019, 2022), (change.Since, change.Year));
        Assert.True(change.Computed);
        // Three years at this rate lead from the one figure to the other.
        Assert.Equal(10_475d, (double)before.Value * Math.Pow(1 + (double)change.Value / 100, 3), 1d);
    }

    [Fact]
    public async Task A_merger_is_no_growth()
    {
        await using var portal = await RegionPortal.CreateAsync();
        await portal.ImportAsync(SharedFiles.ExtractOf2020);
        await portal.ImportAsync(SharedFiles.DirectoryOf2023);

        // Where the area changed between the two directories, nothing is computed. A kreisfreie Stadt has a third figure, of 2018, and may start there.
        var merged = portal.Register.ByLevel(RegionLevel.Gemeinde).Where(region =>
            region.GoneSince is null && region.CanonicalAgs == region.Ags && region.Earlier.Any(figure => figure.Indicator == RegionIndicators.Area && Math.Abs(figure.Value - region.Area!.Value) > 0.05m * region.Area.Value)).ToList();
        Assert.NotEmpty(merged);
        Assert.All(merged, region => Assert.Null(region.Figure(RegionIndicators.Change)));
        Assert.InRange(portal.Register.ByLevel(RegionLevel.Gemeinde).Count(region => region.GoneSince is null && region.Figure(RegionIndicators.Change) is not null), 10_500, 10_980);
    }

    [Fact]
    public async Task One_figure_alone_makes_no_change_and_an_unofficial_one_never_does()
    {
        await using var portal = await RegionPortal.CreateAsync();
        Assert.Null(portal.Register.Find("14522060")!.Figure(RegionIndicators.Change));

        await portal.ImportAsync(SharedFiles.DirectoryOf2023);

        Assert.Null(portal.Register.Find("14522060")!.Figure(RegionIndicators.Change));
        var value = RegionProfile.Of(portal.Register, portal.Register.Find("14522060")!).Single(v => v.Indicator.Code == RegionIndicators.Change);
        Assert.Equal(("14522", true, 2018, 2022), (value.Of.Ags, value.IsOfKreis, value.Figure!.Since, value.Figure.Year));
    }

    [Fact]
    public async Task The_nearest_city_of_Burgstaedt_is_Chemnitz()
    {
        await using var portal = await RegionPortal.CreateAsync();

        var distance = portal.Register.Find("14522060")!.Figure(RegionIndicators.CityDistance)!;

        Assert.Equal("Chemnitz", distance.Reference);
        Assert.InRange(distance.Value, 9m, 15m);
        Assert.Equal(0m, portal.Register.Find("14511000")!.Figure(RegionIndicators.CityDistance)!.Value);
    }
}
