using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class SupplyConditionTests
{
    private readonly AlertWorld _world = new();

    [Theory]
    [InlineData(SupplyCondition.Low, false, false, AlertKind.Shortage, Severity.Information)]
    [InlineData(SupplyCondition.Critical, false, false, AlertKind.Shortage, Severity.Major)]
    [InlineData(SupplyCondition.StockOut, false, false, AlertKind.StockOut, Severity.Major)]
    [InlineData(SupplyCondition.StockOut, false, true, AlertKind.StockOut, Severity.Critical)]
    [InlineData(SupplyCondition.Low, true, false, AlertKind.Shortage, Severity.Minor)]
    [InlineData(SupplyCondition.Critical, true, true, AlertKind.Shortage, Severity.Major)]
    [InlineData(SupplyCondition.StockOut, true, true, AlertKind.StockOut, Severity.Major)]
    public async Task What_a_condition_starts(SupplyCondition condition, bool stores, bool demand, AlertKind kind, Severity severity)
    {
        var point = _world.AddPoint(stores ? null : _world.Station, demand ? 5 : null);
        if (demand)
        {
            point.Assess(Outlook, _world.Now);
        }

        await _world.Turn(point, SupplyCondition.None, condition);

        var alert = _world.OnlyAlert;
        Assert.Equal((kind, severity, true, null), (alert.Kind, alert.Severity, alert.ConditionHolds, alert.RaisedById));
        Assert.Equal((point.Id, _world.Assembly.Id), (alert.SupplyPointId, alert.AreaId));
    }

    [Fact]
    public async Task One_alert_worsens_with_its_point_and_never_eases_by_itself()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.Critical);
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.StockOut);
        await _world.Turn(point, SupplyCondition.StockOut, SupplyCondition.Low);

        var alert = _world.OnlyAlert;
        Assert.Equal((AlertKind.StockOut, Severity.Major, 1), (alert.Kind, alert.Severity, alert.OccurrenceCount));
        Assert.Equal(
            [TimelineKind.Raised, TimelineKind.SeverityRaised, TimelineKind.KindChanged], _world.Alerts.StepsOf(alert));
    }

    [Fact]
    public async Task An_untaken_alert_whose_condition_clears_is_resolved_and_back_within_15_minutes_it_is_the_same()
    {
        var (point, alert) = await Low();
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        Assert.Equal((AlertState.Resolved, AlertCauses.ClearedUntaken, _world.Now), (alert.State, alert.CauseCode, alert.ConditionClearedAt));

        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);

        Assert.Same(alert, _world.OnlyAlert);
        Assert.Equal((AlertState.Raised, 2, true), (alert.State, alert.OccurrenceCount, alert.ConditionHolds));
        Assert.Equal((Severity.Major, null, _world.Now), (alert.Severity, alert.CauseCode, alert.RecordedAt));
    }

    [Fact]
    public async Task Back_after_15_minutes_it_is_a_new_alert()
    {
        var (point, alert) = await Low();
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        _world.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);

        Assert.Equal([AlertState.Resolved, AlertState.Raised], _world.Alerts.All.Select(a => a.State));
        Assert.NotEqual(alert.Number, _world.Alerts.All[1].Number);
    }

    [Fact]
    public async Task A_taken_alert_whose_condition_clears_stays_with_its_owner_and_its_timers_rest()
    {
        var (point, alert) = await Low();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        _world.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, await _world.Sweep());
        Assert.Equal((AlertState.Acknowledged, _world.Pilot.PersonId), (alert.State, alert.OwnerId));

        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        Assert.Same(alert, _world.OnlyAlert);
        Assert.Equal((AlertState.Acknowledged, 2, null), (alert.State, alert.OccurrenceCount, alert.ConditionClearedAt));
    }

    [Fact]
    public async Task A_restored_alert_that_is_released_resolves_by_itself()
    {
        var (point, alert) = await Low();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        await _world.Do(_world.Pilot, new ReleaseAlert(alert.Id, "Appelé ailleurs"));

        Assert.Equal((AlertState.Resolved, AlertCauses.ClearedUntaken), (alert.State, alert.CauseCode));
    }

    [Fact]
    public async Task Resolving_while_the_condition_holds_needs_a_reason_and_an_end_and_then_the_same_alert_reopens()
    {
        var (_, alert) = await Low();
        var refusal = await _world.Refused(_world.Pilot, new ResolveAlert(alert.Id, "WRONG_THRESHOLD", "Seuil revu"));
        Assert.Equal(["holdReasonNeeded", "holdUntilNeeded"], refusal.Details!.Select(d => d.Reason));
        var tooFar = new ResolveAlert(alert.Id, "WRONG_THRESHOLD", "Seuil revu", "Fin de série", _world.Now.AddHours(9));
        Assert.Equal("holdUntilNeeded", (await _world.Refused(_world.Pilot, tooFar)).Reason);

        await _world.Do(_world.Pilot, tooFar with { HoldUntil = _world.Now.AddHours(4) });
        Assert.Equal(0, await _world.Sweep());
        _world.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal(1, await _world.Sweep());

        Assert.Equal((AlertState.Raised, null, true), (alert.State, alert.OwnerId, alert.ConditionHolds));
        Assert.Equal(TimelineKind.Reopened, _world.Alerts.StepsOf(alert)[^1]);
    }

    [Fact]
    public async Task What_was_accepted_until_later_stays_ended_when_it_clears_and_comes_back_when_it_worsens()
    {
        var (point, alert) = await Low();
        await _world.Do(_world.Leader, new CancelAlert(alert.Id, "Fin de série", _world.Now.AddHours(4)));
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.Critical);
        Assert.Equal((AlertState.Raised, Severity.Major), (alert.State, alert.Severity));

        await _world.Do(_world.Leader, new CancelAlert(alert.Id, "Fin de série", _world.Now.AddHours(4)));
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        _world.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(0, await _world.Sweep());
        Assert.Equal(AlertState.Cancelled, alert.State);
    }

    [Fact]
    public async Task A_person_who_reports_what_was_accepted_until_later_raises_the_same_alert_again()
    {
        var (_, alert) = await Low();
        await _world.Do(_world.Leader, new CancelAlert(alert.Id, "Fin de série", _world.Now.AddHours(4)));

        Assert.Same(alert, await _world.RaiseShortage());
        Assert.Equal((AlertState.Raised, 2, Severity.Major), (alert.State, alert.OccurrenceCount, alert.Severity));
    }

    [Fact]
    public async Task A_balance_below_zero_is_one_variance_alert_until_the_ledger_is_right_again()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.None, 2, -3);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.None, -3, -5);
        Assert.Equal((AlertKind.InventoryVariance, Severity.Minor), (_world.OnlyAlert.Kind, _world.OnlyAlert.Severity));

        await _world.Turn(point, SupplyCondition.None, SupplyCondition.None, -5, 0);
        Assert.Equal(AlertState.Resolved, _world.OnlyAlert.State);
    }

    [Fact]
    public async Task A_late_order_is_one_alert_and_says_it_again_changes_nothing()
    {
        var late = new SupplierOrderLateness(_world.Plant.Id, "PO-7", Guid.Empty, Guid.Empty, [_world.Fork.Id]);
        await _world.Tell(late);
        await _world.Tell(late);
        var alert = _world.OnlyAlert;
        Assert.Equal((AlertKind.LateDelivery, "PO-7", 1, 1), (alert.Kind, alert.SupplierOrder, alert.OccurrenceCount, alert.Version));
        Assert.Equal(_world.Assembly.Id, alert.AreaId);

        await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.LateDelivery, SupplierOrder: "PO-7"));
        await _world.Tell(late with { LateProductIds = [] });
        Assert.Equal((AlertState.Resolved, 2), (_world.OnlyAlert.State, alert.OccurrenceCount));
    }

    [Fact]
    public async Task A_silent_feed_is_one_alert_of_the_plant_apart_from_what_people_report_there()
    {
        var persons = await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.InformationSystem));
        await _world.Tell(new FeedsChanged(_world.Plant.Id, true));
        await _world.Tell(new FeedsChanged(_world.Plant.Id, true));
        Assert.Equal(2, _world.Alerts.All.Count);

        await _world.Tell(new FeedsChanged(_world.Plant.Id, false));
        Assert.Equal((AlertState.Raised, AlertState.Resolved), (persons.State, _world.Alerts.All[1].State));
    }

    private static SupplyOutlook Outlook => new(new MeasuredUse(0, 0), null, TimeSpan.FromHours(24), []);

    private async Task<(SupplyPoint Point, Alert Alert)> Low()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        return (point, _world.OnlyAlert);
    }
}
