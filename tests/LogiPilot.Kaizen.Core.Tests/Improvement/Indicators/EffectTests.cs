using LogiPilot.Kaizen.Core.Improvement.Indicators;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Indicators;

/// <summary>Four weeks before, 14 stock-outs in 320 working hours; the last action was done on 1 February; the target is 1.</summary>
public sealed class EffectTests
{
    private static readonly DateOnly Done = new(2026, 2, 1);
    private static readonly MeasuredPeriod Before = new(new(2026, 1, 4), new(2026, 1, 31), 14, 320, 14);

    [Theory]
    [InlineData(1, EffectKind.Effective)]
    [InlineData(0, EffectKind.Effective)]
    [InlineData(2, EffectKind.FallsShort)]
    [InlineData(13, EffectKind.FallsShort)]
    [InlineData(14, EffectKind.WrongWay)]
    [InlineData(15, EffectKind.WrongWay)]
    public void Effective_is_the_target_reached_and_not_merely_better(int value, EffectKind kind) =>
        Assert.Equal(kind, Judge(After(value)).Kind);

    [Theory]
    [InlineData(320, EffectKind.Effective, 100)]
    [InlineData(256, EffectKind.Effective, 80)]
    [InlineData(255.9, EffectKind.NotComparable, 79)]
    [InlineData(160, EffectKind.NotComparable, 50)]
    [InlineData(0, EffectKind.NotComparable, 0)]
    public void Weeks_of_closing_are_no_effect(double hours, EffectKind kind, int percent)
    {
        var verdict = Judge(After(0, hours: (decimal)hours));

        Assert.Equal((kind, (decimal)percent), (verdict.Kind, verdict.Arguments["exposure"]));
    }

    [Fact]
    public void A_baseline_without_any_work_compares_with_nothing() =>
        Assert.Equal(EffectKind.NotComparable, Judge(After(0), Before with { Exposure = 0 }).Kind);

    [Theory]
    [InlineData(27)]
    [InlineData(29)]
    [InlineData(7)]
    public void The_period_is_as_long_as_that_of_the_baseline(int days)
    {
        var verdict = Judge(After(0, days: days));

        Assert.Equal((EffectKind.PeriodDiffers, days, 28), (verdict.Kind, verdict.Arguments["measuredDays"], verdict.Arguments["baselineDays"]));
    }

    [Theory]
    [InlineData(-1, EffectKind.BeforeLastAction)]
    [InlineData(-30, EffectKind.BeforeLastAction)]
    [InlineData(0, EffectKind.Effective)]
    [InlineData(1, EffectKind.Effective)]
    public void A_period_that_begins_before_the_last_action_says_nothing_of_it(int startsAfter, EffectKind kind) =>
        Assert.Equal(kind, Judge(After(0, startsAfter: startsAfter)).Kind);

    [Theory]
    [InlineData(-1, EffectKind.BeforeRecurrence)]
    [InlineData(0, EffectKind.Effective)]
    public void A_period_that_begins_before_the_problem_came_back_says_nothing_either(int startsAfter, EffectKind kind) =>
        Assert.Equal(kind, Effect.Judge(Make(Before, Direction.Lower, 1, After(0, startsAfter: 10 + startsAfter)), Done, 1, Done.AddDays(10)).Kind);

    [Fact]
    public void Higher_is_judged_the_other_way_round()
    {
        EffectKind Rate(decimal value) => Judge(After(value), Before with { Value = 90 }, Direction.Higher, 98).Kind;

        Assert.Equal(EffectKind.Effective, Rate(98));
        Assert.Equal(EffectKind.FallsShort, Rate(95));
        Assert.Equal(EffectKind.WrongWay, Rate(90));
        Assert.Equal(EffectKind.WrongWay, Rate(80));
    }

    [Fact]
    public void A_target_on_the_wrong_side_is_no_excuse_for_getting_worse() =>
        Assert.Equal(EffectKind.WrongWay, Judge(After(16), target: 20).Kind);

    [Fact]
    public void A_target_that_was_reached_before_is_reached_as_long_as_it_is_held() =>
        Assert.Equal(EffectKind.Effective, Judge(After(14), target: 14).Kind);

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(EffectKind.NoBaseline, Effect.Judge(Make(null, Direction.Lower, 1, After(0)), Done).Kind);
        Assert.Equal(EffectKind.NoTarget, Effect.Judge(Make(Before, Direction.Lower, null, After(0)), Done).Kind);
        Assert.Equal(EffectKind.NoAction, Effect.Judge(Make(Before, Direction.Lower, 1, After(0)), null).Kind);
        Assert.Equal(EffectKind.NotMeasured, Effect.Judge(Make(Before, Direction.Lower, 1, null), Done).Kind);
    }

    [Fact]
    public void The_next_cycle_starts_from_the_last_value_and_the_latest_period_counts()
    {
        var indicator = Make(Before, Direction.Lower, 1, After(5));
        Assert.Equal(14, indicator.BaselineOf(1)!.Value);
        Assert.Equal(5, indicator.BaselineOf(2)!.Value);
        Assert.Equal(5, indicator.BaselineOf(3)!.Value);
        Assert.Equal(EffectKind.NotMeasured, Effect.Judge(indicator, new(2026, 3, 5), 2).Kind);

        indicator.Record(Measured(After(6, startsAfter: 33), 2));
        Assert.Equal(EffectKind.WrongWay, Effect.Judge(indicator, new(2026, 3, 5), 2).Kind);
        indicator.Record(Measured(After(1, startsAfter: 40), 2));
        Assert.Equal(EffectKind.Effective, Effect.Judge(indicator, new(2026, 3, 5), 2).Kind);
    }

    private static EffectVerdict Judge(
        MeasuredPeriod after, MeasuredPeriod? before = null, Direction direction = Direction.Lower, decimal target = 1) =>
        Effect.Judge(Make(before ?? Before, direction, target, after), Done);

    private static MeasuredPeriod After(decimal value, int days = 28, decimal hours = 320, int startsAfter = 1) =>
        new(Done.AddDays(startsAfter), Done.AddDays(startsAfter + days - 1), value, hours, 3);

    private static Indicator Make(MeasuredPeriod? before, Direction direction, decimal? target, MeasuredPeriod? after)
    {
        var indicator = Indicator.Define(Guid.Empty, Guid.Empty, new IndicatorTerms(
            "Ruptures", "ruptures", direction, MeasureSource.StockOuts, [], Exposure.WorkingHours, before, target, null));
        if (after is not null)
        {
            indicator.Record(Measured(after, 1));
        }

        return indicator;
    }

    private static Measure Measured(MeasuredPeriod period, int cycle) =>
        new(Guid.Empty, cycle, period, MeasureSource.StockOuts, period.To);
}
