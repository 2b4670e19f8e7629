using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class SupplyPointTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ADay = TimeSpan.FromHours(24);

    private readonly SupplyWorld _world = new();

    private DateTimeOffset Now => _world.Clock.Now;

    [Theory]
    [InlineData(3, 16, 5.0, 2.0, DemandSource.Consumption)]
    [InlineData(2, 16, 5.0, 5.0, DemandSource.Fixed)]
    [InlineData(0, 0, 5.0, 5.0, DemandSource.Fixed)]
    [InlineData(2, 16, null, null, DemandSource.None)]
    [InlineData(2, 16, 0.0, null, DemandSource.None)]
    [InlineData(3, 0.001, null, null, DemandSource.None)]
    public void Demand_is_measured_from_three_movements_else_fixed_else_none(
        int count, double quantity, double? fixedRate, double? expected, DemandSource source) =>
        Assert.Equal(
            ((decimal?)expected, source), Demand.Of(new MeasuredUse(count, (decimal)quantity), (decimal?)fixedRate));

    [Fact]
    public void A_station_is_critical_when_the_stores_cannot_bring_it_in_time()
    {
        var point = Held(11, new SupplyLimits(Minimum: 5, FixedRatePerHour: 30));
        point.Assess(Outlook(), Now);
        Assert.Equal((SupplyStatus.Critical, Now.AddMinutes(22), null), (point.Status, point.RunsOutAt, point.CoverReason));
    }

    [Theory]
    [InlineData(true, 10, 30)]
    [InlineData(false, 10, 14_400)]
    [InlineData(false, 0, 30)]
    [InlineData(false, null, 30)]
    public void A_station_waits_for_the_stores_and_they_for_the_fastest_source(bool storesHoldIt, int? leadTimeDays, int minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            SupplyOutlook.StationSupply(HalfAnHour, storesHoldIt, leadTimeDays is { } days ? TimeSpan.FromDays(days) : null));

    [Fact]
    public void Time_alone_makes_a_point_critical_at_the_instant_it_announced()
    {
        var point = Held(60, new SupplyLimits(FixedRatePerHour: 60));
        point.Assess(Outlook(), Now);
        Assert.Equal((SupplyStatus.Ok, Now.AddMinutes(30).AddMicroseconds(1)), (point.Status, point.ReassessAt));
        Assert.False(point.Assess(Outlook(), Now.AddMinutes(30)));
        Assert.True(point.Assess(Outlook(), point.ReassessAt!.Value));
        Assert.Equal((SupplyStatus.Critical, Now.AddMinutes(60)), (point.Status, point.RunsOutAt));
    }

    [Fact]
    public void What_runs_out_by_projection_is_no_stock_out_while_it_is_on_hand()
    {
        var point = Held(60, new SupplyLimits(FixedRatePerHour: 60));
        point.Assess(Outlook(), Now.AddHours(3));
        Assert.Equal(SupplyStatus.Critical, point.Status);
    }

    [Fact]
    public void A_silent_feed_makes_it_unknown_and_hides_its_cover()
    {
        var point = Held(5_000, new SupplyLimits(Minimum: 15, FixedRatePerHour: 60));
        point.Assess(Outlook(), Now);
        var heard = point.HeardAt!.Value;
        Assert.Equal(heard.AddHours(24).AddMicroseconds(1), point.ReassessAt);
        point.Assess(Outlook(), heard.AddHours(24));
        Assert.Equal(SupplyStatus.Ok, point.Status);
        point.Assess(Outlook(), heard.AddHours(24).AddMicroseconds(1));
        Assert.Equal(
            (SupplyStatus.Unknown, true, null, CoverReason.Unknown),
            (point.Status, point.IsSilent, point.RunsOutAt, point.CoverReason));
        Assert.Equal(SupplyCondition.None, point.Condition);
    }

    [Theory]
    [InlineData(0, null, SupplyStatus.StockOut)]
    [InlineData(10, 30.0, SupplyStatus.Critical)]
    [InlineData(10, null, SupplyStatus.Low)]
    public void A_silent_feed_leaves_what_is_known_and_says_so_until_it_is_heard_again(
        int onHand, double? ratePerHour, SupplyStatus status)
    {
        var point = Held(onHand, new SupplyLimits(Minimum: 15, FixedRatePerHour: (decimal?)ratePerHour));
        var silentAt = point.HeardAt!.Value.AddHours(24).AddMicroseconds(1);
        point.Assess(Outlook(), Now);
        Assert.Equal((status, false, silentAt), (point.Status, point.IsSilent, point.ReassessAt));

        Assert.True(point.Assess(Outlook(), silentAt));
        Assert.Equal((status, true, null), (point.Status, point.IsSilent, point.ReassessAt));
        Assert.False(point.Assess(Outlook(), silentAt.AddDays(1)));

        point.Hear(silentAt.AddDays(1));
        Assert.True(point.Assess(Outlook(), silentAt.AddDays(1)));
        Assert.Equal((status, false), (point.Status, point.IsSilent));
    }

    [Fact]
    public void Without_demand_or_beyond_the_horizon_there_is_a_reason_instead_of_an_instant()
    {
        var still = Held(100, new SupplyLimits());
        still.Assess(Outlook(), Now);
        Assert.Equal((null, CoverReason.NoDemand), (still.RunsOutAt, still.CoverReason));

        var slow = Held(337, new SupplyLimits(FixedRatePerHour: 1));
        slow.Assess(Outlook(), Now);
        Assert.Equal((null, CoverReason.BeyondHorizon), (slow.RunsOutAt, slow.CoverReason));
        Assert.Equal(Now.AddHours(1).AddMicroseconds(1), slow.ReassessAt);
        slow.Assess(Outlook(), Now.AddHours(1));
        Assert.Equal(Now.AddHours(337), slow.RunsOutAt);
    }

    [Fact]
    public void Safety_stock_gives_an_instant_and_no_status()
    {
        var point = Held(100, new SupplyLimits(SafetyStock: 40, FixedRatePerHour: 10));
        point.Assess(Outlook(), Now);
        Assert.Equal((SupplyStatus.Ok, Now.AddHours(6)), (point.Status, point.RunsIntoSafetyAt));
    }

    [Fact]
    public void The_condition_of_a_critical_point_falls_once_a_tenth_more_is_there()
    {
        var point = Held(29, new SupplyLimits(FixedRatePerHour: 60));
        point.Assess(Outlook(), Now);
        Assert.Equal(SupplyCondition.Critical, point.Condition);
        point.Hold(32, Now);
        point.Assess(Outlook(), Now);
        Assert.Equal((SupplyStatus.Ok, SupplyCondition.Critical), (point.Status, point.Condition));
        point.Hold(33, Now);
        point.Assess(Outlook(), Now);
        Assert.Equal((SupplyStatus.Ok, SupplyCondition.None), (point.Status, point.Condition));
    }

    [Fact]
    public void A_status_keeps_the_instant_since_which_it_holds()
    {
        var point = Held(10, new SupplyLimits(Minimum: 15));
        point.Assess(Outlook(), Now);
        point.Hold(9, Now.AddHours(1));
        point.Assess(Outlook(), Now.AddHours(1));
        Assert.Equal((SupplyStatus.Low, Now), (point.Status, point.StatusSince));
    }

    [Fact]
    public void A_balance_below_zero_is_shown_as_none_with_a_variance()
    {
        var point = Held(-4, new SupplyLimits());
        point.Assess(Outlook(), Now);
        Assert.Equal((0m, true, SupplyStatus.StockOut), (point.OnHand, point.HasVariance, point.Status));
    }

    [Fact]
    public void What_is_out_and_stays_out_keeps_the_instant_it_ran_out()
    {
        var point = Held(0, new SupplyLimits(FixedRatePerHour: 10));
        point.Hold(5, Now.AddHours(1));
        point.Hold(0, Now.AddHours(2));
        point.Hold(-3, Now.AddHours(3));
        point.Assess(Outlook(), Now.AddHours(3));
        Assert.Equal((SupplyStatus.StockOut, Now.AddHours(2)), (point.Status, point.RunsOutAt));
    }

    [Fact]
    public void A_count_older_than_the_last_is_refused()
    {
        var point = Held(1, new SupplyLimits());
        Assert.True(point.Count(Now));
        Assert.True(point.Count(Now));
        Assert.False(point.Count(Now.AddSeconds(-1)));
        Assert.Equal(Now, point.CountedAt);
    }

    [Fact]
    public void Being_assessed_again_with_nothing_new_changes_nothing()
    {
        var point = Held(11, new SupplyLimits(Minimum: 15, FixedRatePerHour: 30));
        point.Assess(Outlook(), Now);
        var version = point.Version;
        point.Hear(Now.AddSeconds(20));
        Assert.False(point.Assess(Outlook(), Now.AddSeconds(20)));
        Assert.Equal(version, point.Version);
    }

    private static SupplyOutlook Outlook() => new(default, HalfAnHour, ADay, []);

    private SupplyPoint Held(decimal quantity, SupplyLimits limits)
    {
        var point = _world.AddPoint(_world.Station, limits);
        point.Hold(quantity, Now);
        point.Hear(Now);
        return point;
    }
}
