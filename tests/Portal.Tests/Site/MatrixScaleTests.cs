using Xunit;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Matrix;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public class MatrixScaleTests
{
    [Theory]
    [InlineData(22)]
    [InlineData(7)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(5000)]
    public void Levels_rise_with_the_number_and_the_largest_is_within_reach(int largest)
    {
        var scale = new MatrixScale(largest);
        var levels = Enumerable.Range(0, largest + 10).Select(scale.Level).ToList();
        Assert.Equal(0, levels[0]);
        Assert.Equal(levels.Order(), levels);
        Assert.All(levels.Skip(1), level => Assert.InRange(level, 1, 5));
    }

    [Fact]
    public void The_key_names_every_step_once() => Assert.Equal("1–3, 4–7, 8–11, 12–16, ab 17", new MatrixScale(22).Text(Language.German));
}
