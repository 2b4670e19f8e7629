using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class StockProjectionTests
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Stock_runs_out_at_the_demand_rate() =>
        Assert.Equal(Eight.AddMinutes(22), new StockProjection(11, Eight, 30, []).Reaches(0));

    [Fact]
    public void Without_demand_nothing_runs_out() => Assert.Null(new StockProjection(0, Eight, null, []).Reaches(0));

    [Fact]
    public void Supply_that_comes_in_time_carries_further()
    {
        var supplied = new StockProjection(30, Eight, 30, [new Arrival(Eight.AddMinutes(50), 15)]);
        Assert.Equal(Eight.AddMinutes(90), supplied.Reaches(0));
    }

    [Fact]
    public void Supply_that_comes_after_the_stock_ran_out_does_not_change_when_it_does()
    {
        var supplied = new StockProjection(11, Eight, 30, [new Arrival(Eight.AddMinutes(37), 24)]);
        Assert.Equal(Eight.AddMinutes(22), supplied.Reaches(0));
    }

    [Fact]
    public void A_level_above_zero_is_reached_before()
        => Assert.Equal(Eight.AddMinutes(12), new StockProjection(11, Eight, 30, []).Reaches(5));

    [Fact]
    public void What_is_ten_years_away_says_nothing() => Assert.Null(new StockProjection(1_000_000_000, Eight, 0.001m, []).Reaches(0));

    [Fact]
    public void The_curve_stays_at_zero_until_supply_comes()
    {
        var curve = new StockProjection(11, Eight, 30, [new Arrival(Eight.AddMinutes(37), 24)]).Curve(Eight, Eight.AddMinutes(97));
        Assert.Equal(
            [(0, 11), (22, 0), (37, 0), (37, 24), (85, 0), (97, 0)],
            curve.Select(c => ((int)(c.At - Eight).TotalMinutes, (int)c.Quantity)));
    }
}
