using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;
using static LogiPilot.Kaizen.Core.Tests.Reporting.BoardSamples;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

public sealed class LineStatusTests
{
    private static BoardLine Of(BoardPoint[] points, params AlertPicture[] alerts) => LineStatus.Of(Line(1), points, alerts);

    [Fact]
    public void A_line_without_points_or_alerts_is_ok()
    {
        var line = Of([]);

        Assert.Equal((SupplyStatus.Ok, null, null, null), (line.Status, line.LiftedBy, line.WorstPoint, line.OldestOpenAlertAt));
    }

    [Fact]
    public void The_worst_point_gives_the_status_whatever_the_order()
    {
        SupplyStatus[] worstFirst =
            [SupplyStatus.StockOut, SupplyStatus.Critical, SupplyStatus.Low, SupplyStatus.Unknown, SupplyStatus.Excess, SupplyStatus.Ok];
        for (var worst = 0; worst < worstFirst.Length; worst++)
        {
            var line = Of([.. worstFirst.Skip(worst).Reverse().Select((status, i) => Point(i, status))]);

            Assert.Equal(worstFirst[worst], line.Status);
            Assert.Equal(worstFirst[worst], line.WorstPoint!.Status);
        }
    }

    [Fact]
    public void Among_equals_the_first_to_run_out_is_the_worst_then_the_first_by_code()
    {
        Assert.Equal(Id(1003), Of([Point(1, SupplyStatus.Low), Point(2, SupplyStatus.Low, 90), Point(3, SupplyStatus.Low, 20)]).WorstPoint!.Id);
        Assert.Equal(Id(1001), Of([Point(2, SupplyStatus.Low, 20), Point(1, SupplyStatus.Low, 20)]).WorstPoint!.Id);
    }

    [Theory]
    [InlineData(SupplyStatus.Ok, Severity.Critical, SupplyStatus.Critical, true)]
    [InlineData(SupplyStatus.Low, Severity.Critical, SupplyStatus.Critical, true)]
    [InlineData(SupplyStatus.StockOut, Severity.Critical, SupplyStatus.StockOut, false)]
    [InlineData(SupplyStatus.Excess, Severity.Major, SupplyStatus.Low, true)]
    [InlineData(SupplyStatus.Unknown, Severity.Major, SupplyStatus.Low, true)]
    [InlineData(SupplyStatus.Low, Severity.Major, SupplyStatus.Low, false)]
    [InlineData(SupplyStatus.Critical, Severity.Major, SupplyStatus.Critical, false)]
    [InlineData(SupplyStatus.Ok, Severity.Minor, SupplyStatus.Ok, false)]
    [InlineData(SupplyStatus.Ok, Severity.Information, SupplyStatus.Ok, false)]
    public void An_open_alert_lifts_to_at_most_critical_or_low(SupplyStatus points, Severity severity, SupplyStatus shown, bool lifted)
    {
        var line = Of([Point(1, points)], Alert(1, severity, AlertKind.Safety));

        Assert.Equal(shown, line.Status);
        Assert.Equal(lifted ? AlertKind.Safety : null, line.LiftedBy);
    }

    [Fact]
    public void A_shelved_alert_or_a_cleared_condition_lifts_nothing()
    {
        var shelved = Alert(1, Severity.Critical, state: AlertState.Shelved);
        var cleared = Alert(2, Severity.Critical, state: AlertState.InProgress) with { ConditionClearedAt = Noon };

        Assert.Equal(SupplyStatus.Ok, Of([], shelved, cleared).Status);
        Assert.Equal(SupplyStatus.Critical, Of([], cleared with { ConditionHolds = true }).Status);
    }

    [Fact]
    public void The_most_severe_alert_names_the_line_then_the_oldest()
    {
        var line = Of(
            [], Alert(1, Severity.Major, AlertKind.Quality, raisedMinutesAgo: 50), Alert(2, Severity.Critical, AlertKind.Safety, raisedMinutesAgo: 1),
            Alert(3, Severity.Critical, AlertKind.EquipmentFailure, raisedMinutesAgo: 9));

        Assert.Equal(AlertKind.EquipmentFailure, line.LiftedBy);
    }

    [Fact]
    public void Counts_timer_and_stop_come_from_the_open_alerts()
    {
        var line = Of(
            [],
            Alert(1, raisedMinutesAgo: 17),
            Alert(2, state: AlertState.InProgress, raisedMinutesAgo: 15) with { LineStoppedAt = Noon.AddMinutes(-12) },
            Alert(3, Severity.Information, raisedMinutesAgo: 5),
            Alert(4, state: AlertState.Shelved, raisedMinutesAgo: 99));

        Assert.Equal((4, 1, 1), (line.OpenAlertCount, line.UntakenAlertCount, line.ShelvedAlertCount));
        Assert.Equal(Noon.AddMinutes(-17), line.OldestOpenAlertAt);
        Assert.Equal(Noon.AddMinutes(-12), line.StoppedSince);
    }
}
