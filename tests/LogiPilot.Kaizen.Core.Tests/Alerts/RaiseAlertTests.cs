using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class RaiseAlertTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task Raising_at_a_station_names_its_line_its_area_a_number_and_the_severity_of_the_kind()
    {
        var alert = await _world.RaiseShortage();

        Assert.Equal("A-2026-000001", alert.Number);
        Assert.Equal((_world.Line.Id, _world.Assembly.Id, Severity.Major, AlertState.Raised), (alert.LineId, alert.AreaId, alert.Severity, alert.State));
        Assert.Equal((_world.Operator.PersonId, _world.Now, _world.Now, 1), (alert.RaisedById, alert.RaisedAt, alert.RecordedAt, alert.OccurrenceCount));
    }

    [Fact]
    public async Task Raising_twice_at_one_station_joins_the_open_alert()
    {
        var first = await _world.RaiseShortage();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.StockOut, _world.Station.Id, _world.Fork.Id, Severity.Critical));

        Assert.Same(first, second);
        Assert.Equal((2, _world.Now), (first.OccurrenceCount, first.LastSeenAt));
        Assert.Equal((AlertKind.StockOut, Severity.Critical), (first.Kind, first.Severity));
        Assert.Equal(
            [TimelineKind.Raised, TimelineKind.Joined, TimelineKind.KindChanged, TimelineKind.SeverityRaised], _world.Alerts.StepsOf(first));
        Assert.Equal(2, first.Version);
    }

    [Fact]
    public async Task Joining_never_lowers_the_severity()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.Shortage, _world.Station.Id, _world.Fork.Id, Severity.Information));

        Assert.Equal(Severity.Major, alert.Severity);
    }

    [Fact]
    public async Task Without_product_or_order_the_person_says_the_same_or_another()
    {
        var first = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        var refusal = await _world.Refused(_world.Pilot, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        Assert.Equal(RefusalCode.AlreadyOpen, refusal.Code);
        Assert.Equal([first.Id], Assert.IsType<Guid[]>(refusal.Arguments["alertIds"]));

        Assert.Same(first, await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.Congestion, _world.Station.Id, JoinAlertId: first.Id)));
        Assert.Equal(2, first.OccurrenceCount);
        Assert.NotSame(first, await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.Congestion, _world.Station.Id, Anyway: true)));
    }

    [Fact]
    public async Task One_joins_only_an_open_alert_of_the_same_problem()
    {
        var congestion = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        var other = await _world.Refused(_world.Pilot, new RaiseAlert(AlertKind.Quality, _world.Station.Id, JoinAlertId: congestion.Id));
        Assert.Equal("joinsOtherProblem", other.Reason);

        await _world.Do(_world.Operator, new CancelAlert(congestion.Id, "Fausse alerte"));
        var ended = await _world.Refused(_world.Pilot, new RaiseAlert(AlertKind.Congestion, _world.Station.Id, JoinAlertId: congestion.Id));
        Assert.Equal("alertStateEnded", ended.Reason);
    }

    [Fact]
    public async Task Two_supplier_orders_are_two_problems_and_one_order_is_one()
    {
        await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.LateDelivery, SupplierOrder: "PO-1"));
        await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.LateDelivery, SupplierOrder: " PO-1 "));
        await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.LateDelivery, SupplierOrder: "PO-2"));

        Assert.Equal([2, 1], _world.Alerts.All.Select(a => a.OccurrenceCount));
    }

    [Fact]
    public async Task At_the_stores_the_area_of_the_first_location_answers()
    {
        var alert = await _world.Do(_world.Pilot, new RaiseAlert(AlertKind.LateDelivery, SupplierOrder: "PO-1"));

        Assert.Equal((null, _world.Assembly.Id, SupportService.Purchasing), (alert.PlaceId, alert.AreaId, alert.RoutedTo));
    }

    [Fact]
    public async Task A_person_with_several_plants_says_where()
    {
        var both = _world.Pilot with { Memberships = [.. _world.Pilot.Memberships, .. _world.Stranger.Memberships] };
        Assert.Equal("placeNeeded", (await _world.Refused(both, new RaiseAlert(AlertKind.Other))).Reason);
        await _world.Do(both, new RaiseAlert(AlertKind.Other, PlantId: _world.Plant.Id));
    }

    [Fact]
    public async Task A_place_of_another_plant_is_as_unknown_as_one_that_does_not_exist()
    {
        var foreign = await _world.Refused(_world.Stranger, new RaiseAlert(AlertKind.Other, _world.Station.Id));
        var unknown = await _world.Refused(_world.Stranger, new RaiseAlert(AlertKind.Other, Guid.Empty));

        Assert.Equal((RefusalCode.NotFound, "notFound", "place"), (foreign.Code, foreign.Reason, foreign.Arguments["what"]));
        Assert.Equal((unknown.Code, unknown.Reason, unknown.Arguments["what"]), (foreign.Code, foreign.Reason, foreign.Arguments["what"]));
    }

    [Fact]
    public async Task A_screen_only_shows() =>
        Assert.Equal(RefusalCode.Forbidden, (await _world.Refused(_world.Screen, new RaiseAlert(AlertKind.Other, _world.Station.Id))).Code);

    [Theory]
    [InlineData(6, "occurredAtFuture")]
    [InlineData(-(7 * 24 * 60) - 1, "occurredAtTooOld")]
    public async Task A_report_is_neither_from_the_future_nor_older_than_a_week(int minutes, string reason)
    {
        var report = new RaiseAlert(AlertKind.Other, _world.Station.Id, OccurredAt: _world.Now.AddMinutes(minutes));

        Assert.Equal(reason, (await _world.Refused(_world.Operator, report)).Reason);
    }

    [Fact]
    public async Task A_late_report_keeps_both_times()
    {
        var fiveAgo = _world.Now.AddMinutes(-5);
        var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Other, _world.Station.Id, OccurredAt: fiveAgo));

        Assert.Equal((fiveAgo, _world.Now), (alert.RaisedAt, alert.RecordedAt));
    }

    [Fact]
    public async Task A_repeat_with_the_same_client_id_raises_nothing_and_answers_with_the_same_alert()
    {
        var raise = new RaiseAlert(AlertKind.Congestion, _world.Station.Id) { ClientId = Guid.CreateVersion7(_world.Now) };
        var first = await _world.Do(_world.Operator, raise);
        var events = _world.Log.All.Count;

        Assert.Same(first, await _world.Do(_world.Operator, raise));
        Assert.Equal((1, 1, events), (first.OccurrenceCount, first.Version, _world.Log.All.Count));
        var other = await _world.Refused(_world.Operator, raise with { Description = "autre chose" });
        Assert.Equal(RefusalCode.ClientIdReused, other.Code);
    }

    [Fact]
    public async Task A_stopped_line_makes_any_kind_critical_and_one_line_has_one_stop()
    {
        var stop = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Station.Id, LineStopped: true));
        Assert.Equal((Severity.Critical, _world.Now), (stop.Severity, stop.LineStoppedAt));

        var second = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Safety, _world.Station.Id, LineStopped: true));
        Assert.Null(second.LineStoppedAt);
        var refusal = await _world.Refused(_world.Leader, new StopLine(_world.Line.Id, second.Id));
        Assert.Equal(("lineAlreadyStopped", stop.Number), (refusal.Reason, refusal.Arguments["number"]));

        await _world.Do(_world.Operator, new RestartLine(_world.Line.Id));
        Assert.Null(stop.LineStoppedAt);
        await _world.Do(_world.Leader, new StopLine(_world.Line.Id, second.Id));
        Assert.NotNull(second.LineStoppedAt);
        Assert.Equal(
            "placeHasNoLine",
            (await _world.Refused(_world.Operator, new RaiseAlert(AlertKind.Other, _world.Stores.Id, LineStopped: true))).Reason);
    }

    [Fact]
    public async Task Stopping_a_line_without_an_alert_raises_one_and_only_raiser_or_leader_restarts_it()
    {
        var stop = await _world.Do(_world.Operator, new StopLine(_world.Line.Id, Reason: "Convoyeur bloqué"));
        Assert.Equal((AlertKind.Other, Severity.Critical, "Convoyeur bloqué"), (stop.Kind, stop.Severity, stop.Description));

        Assert.Equal("forbiddenStop", (await _world.Refused(_world.Pilot, new RestartLine(_world.Line.Id))).Reason);
        Assert.Equal("forbiddenStop", (await _world.Refused(_world.LeaderOfPainting, new RestartLine(_world.Line.Id))).Reason);
        await _world.Do(_world.Leader, new RestartLine(_world.Line.Id));
        Assert.Equal("lineNotStopped", (await _world.Refused(_world.Leader, new RestartLine(_world.Line.Id))).Reason);
    }

    [Fact]
    public async Task A_shortage_where_the_condition_holds_follows_it_and_one_where_it_does_not_is_never_cleared_by_it()
    {
        var point = _world.AddPoint(_world.Station);
        var alert = await _world.RaiseShortage();
        Assert.Equal((point.Id, false), (alert.SupplyPointId, alert.ConditionHolds));

        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        Assert.Equal(AlertState.Raised, alert.State);

        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        Assert.Equal((true, 2), (_world.OnlyAlert.ConditionHolds, _world.OnlyAlert.OccurrenceCount));
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        Assert.Equal((AlertState.Resolved, AlertCauses.ClearedUntaken), (alert.State, alert.CauseCode));
    }

    [Fact]
    public async Task What_was_refilled_before_an_offline_report_came_arrives_resolved()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.StockOut);
        var seenAt = _world.Now.AddMinutes(2);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await _world.Turn(point, SupplyCondition.StockOut, SupplyCondition.None);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));

        var alert = await _world.Do(
            _world.Operator, new RaiseAlert(AlertKind.StockOut, _world.Station.Id, _world.Fork.Id, OccurredAt: seenAt));

        Assert.Same(_world.OnlyAlert, alert);
        Assert.Equal((AlertState.Resolved, 2), (alert.State, alert.OccurrenceCount));
    }
}
