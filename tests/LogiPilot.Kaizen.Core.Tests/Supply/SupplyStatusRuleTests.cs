using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class SupplyStatusRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    // On hand, threshold of Low, maximum, minutes to running out, minutes until supply can arrive, silent: status.
    public static TheoryData<decimal, decimal?, decimal?, int?, int?, bool, SupplyStatus> Table => new()
    {
        { 0, 15, 60, null, null, false, SupplyStatus.StockOut },
        { 0, null, null, null, null, false, SupplyStatus.StockOut },
        { 0, 15, 60, 0, 30, true, SupplyStatus.StockOut },
        { 0.001m, null, null, null, null, false, SupplyStatus.Ok },
        { 40, 15, 60, 29, 30, false, SupplyStatus.Critical },
        { 40, 15, 60, 30, 30, false, SupplyStatus.Ok },
        { 10, 15, 60, 29, 30, false, SupplyStatus.Critical },
        { 40, 15, 60, 29, 30, true, SupplyStatus.Critical },
        { 40, 15, 60, 29, null, false, SupplyStatus.Ok },
        { 40, 15, 60, null, 30, false, SupplyStatus.Ok },
        { 15, 15, 60, null, null, false, SupplyStatus.Low },
        { 15.001m, 15, 60, null, null, false, SupplyStatus.Ok },
        { 15, null, 60, null, null, false, SupplyStatus.Ok },
        { 15, 15, 60, null, null, true, SupplyStatus.Low },
        { 40, 15, 60, null, null, true, SupplyStatus.Unknown },
        { 61, 15, 60, null, null, true, SupplyStatus.Unknown },
        { 60.001m, 15, 60, null, null, false, SupplyStatus.Excess },
        { 60, 15, 60, null, null, false, SupplyStatus.Ok },
        { 10_000, 15, null, null, null, false, SupplyStatus.Ok },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_first_line_of_the_table_that_holds_is_the_status(
        decimal onHand, decimal? lowAt, decimal? maximum, int? runsOutIn, int? arrivesIn, bool isSilent, SupplyStatus expected) =>
        Assert.Equal(expected, SupplyStatusRule.Of(new SupplyFacts(onHand, lowAt, maximum, In(runsOutIn), In(arrivesIn), isSilent)));

    [Theory]
    [InlineData(200, null, 20)]
    [InlineData(200, 210.0, 5)]
    [InlineData(4, null, 1)]
    [InlineData(0, null, 1)]
    [InlineData(0, 1.0, 0.5)]
    [InlineData(20, 20.0, 0)]
    [InlineData(20, 10.0, 0)]
    public void The_band_is_a_tenth_at_least_one_unit_and_at_most_half_the_gap(double threshold, double? maximum, double expected) =>
        Assert.Equal((decimal)expected, SupplyConditionRule.Band((decimal)threshold, (decimal?)maximum));

    // Condition so far, on hand (low at 20): condition now.
    [Theory]
    [InlineData(SupplyCondition.None, 20, SupplyCondition.Low)]
    [InlineData(SupplyCondition.None, 21, SupplyCondition.None)]
    [InlineData(SupplyCondition.Low, 21, SupplyCondition.Low)]
    [InlineData(SupplyCondition.Low, 22, SupplyCondition.None)]
    [InlineData(SupplyCondition.Low, 0, SupplyCondition.StockOut)]
    [InlineData(SupplyCondition.StockOut, 0.5, SupplyCondition.StockOut)]
    [InlineData(SupplyCondition.StockOut, 1, SupplyCondition.Low)]
    [InlineData(SupplyCondition.StockOut, 21, SupplyCondition.Low)]
    [InlineData(SupplyCondition.StockOut, 22, SupplyCondition.None)]
    [InlineData(SupplyCondition.Critical, 21, SupplyCondition.Low)]
    public void A_condition_rises_at_the_bare_rule_and_falls_past_the_band(SupplyCondition was, double onHand, SupplyCondition expected)
    {
        var facts = new SupplyFacts((decimal)onHand, 20, null, null, null, IsSilent: false);
        Assert.Equal(expected, SupplyConditionRule.Next(was, SupplyStatusRule.Of(facts), facts, staysCritical: false));
    }

    [Fact]
    public void A_critical_condition_stays_while_the_quantity_less_its_band_would_be_critical()
    {
        var facts = new SupplyFacts(21, 10, null, In(31), In(30), IsSilent: false);
        Assert.Equal(SupplyCondition.Critical, SupplyConditionRule.Next(SupplyCondition.Critical, SupplyStatus.Ok, facts, true));
        Assert.Equal(SupplyCondition.None, SupplyConditionRule.Next(SupplyCondition.None, SupplyStatus.Ok, facts, true));
    }

    private static DateTimeOffset? In(int? minutes) => minutes is { } m ? Now.AddMinutes(m) : null;
}
