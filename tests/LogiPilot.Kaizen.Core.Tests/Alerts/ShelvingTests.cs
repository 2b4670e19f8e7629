using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class ShelvingTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task What_is_shelved_is_nobodys_and_returns_by_itself_at_its_time_once_with_its_owner_remembered()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        await Shelve(alert, hours: 2);
        Assert.Equal(
            (AlertState.Shelved, null, _world.Pilot.PersonId, _world.Leader.PersonId, _world.Now.AddHours(2)),
            (alert.State, alert.OwnerId, alert.FormerOwnerId, alert.ShelvedById, alert.ShelvedUntil!.Value));

        _world.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal(0, await _world.Sweep());
        _world.Clock.Advance(TimeSpan.FromMinutes(121));
        Assert.Equal(1, await _world.Sweep());
        Assert.Equal(0, await _world.Sweep());

        Assert.Equal((AlertState.Raised, _world.Pilot.PersonId, null, _world.Now), (alert.State, alert.FormerOwnerId, alert.ShelvedUntil, alert.RecordedAt));
        Assert.Equal(
            [TimelineKind.Raised, TimelineKind.Acknowledged, TimelineKind.Shelved, TimelineKind.Unshelved], _world.Alerts.StepsOf(alert));
    }

    [Fact]
    public async Task Shelving_needs_a_reason_an_end_soon_enough_and_somebody_who_may_look_after_it()
    {
        var alert = await _world.RaiseShortage();

        await Refused("reasonNeeded", new ShelveAlert(alert.Id, " ", _world.Now.AddHours(1)));
        await Refused("shelfUntilNeeded", new ShelveAlert(alert.Id, "Capteur", null));
        await Refused("shelfUntilPast", new ShelveAlert(alert.Id, "Capteur", _world.Now));
        await Refused("shelfUntilFar", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(8).AddSeconds(1)));
        await Refused("assigneeMayNotTake", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(1), _world.Operator.PersonId));
        await Refused("notFound", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(1), _world.Stranger.PersonId));
        await Refused("forbiddenShelve", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(1)), _world.LeaderOfPainting);
        await _world.Do(_world.Manager, new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(8), _world.OtherPilot.PersonId));
        Assert.Equal(_world.OtherPilot.PersonId, alert.FormerOwnerId);
    }

    [Fact]
    public async Task Nothing_is_shelved_past_the_next_change_of_shift()
    {
        _world.WorkInShifts();
        var alert = await _world.RaiseShortage();

        var refusal = await Refused("shelfUntilFar", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(4).AddMinutes(1)));
        Assert.Equal("13:00", refusal.Arguments["latest"]);
        await Shelve(alert, hours: 4);
    }

    [Fact]
    public async Task Between_two_shifts_nothing_is_shelved_past_the_start_of_the_next()
    {
        _world.WorkInShifts(afternoonStarts: 14);
        var alert = await _world.RaiseShortage();
        Assert.Equal("13:00", (await Refused("shelfUntilFar", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(5)))).Arguments["latest"]);

        _world.Clock.Advance(TimeSpan.FromHours(4.5));
        var refusal = await Refused("shelfUntilFar", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddMinutes(31)));
        Assert.Equal("14:00", refusal.Arguments["latest"]);
    }

    [Fact]
    public async Task What_keeps_people_safe_and_what_stops_a_line_stays_in_sight()
    {
        var safety = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Safety, _world.Station.Id));
        await Refused("safetyStaysInSight", new ShelveAlert(safety.Id, "Balisé", _world.Now.AddHours(1)));

        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Leader, new StopLine(_world.Line.Id, alert.Id));
        await Refused("stoppedLineStaysInSight", new ShelveAlert(alert.Id, "Capteur", _world.Now.AddHours(1)));
    }

    [Fact]
    public async Task Getting_worse_ends_it_whoever_says_so()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        var alert = _world.OnlyAlert;

        await Shelve(alert);
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.Critical);
        Assert.Equal((AlertState.Raised, Severity.Major, null), (alert.State, alert.Severity, alert.ShelvedUntil));

        await Shelve(alert);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Minor, "Une pièce"));
        Assert.Equal(AlertState.Shelved, alert.State);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Critical, null));
        Assert.Equal(AlertState.Raised, alert.State);

        await Shelve(alert);
        await _world.Do(_world.Leader, new StopLine(_world.Line.Id, alert.Id));
        Assert.Equal((AlertState.Raised, true), (alert.State, alert.LineStoppedAt is not null));
    }

    [Fact]
    public async Task What_cleared_meanwhile_stays_quiet_and_is_resolved_at_its_end()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        var alert = _world.OnlyAlert;
        await Shelve(alert, hours: 1);
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        _world.Clock.Advance(TimeSpan.FromMinutes(11));
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        Assert.Equal(AlertState.Shelved, alert.State);

        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Sweep();
        Assert.Equal((AlertState.Resolved, AlertCauses.ClearedUntaken), (alert.State, alert.CauseCode));
        Assert.Equal(TimelineKind.Resolved, _world.Alerts.StepsOf(alert)[^1]);
    }

    [Fact]
    public async Task A_leader_or_who_looks_after_it_brings_it_back_and_nobody_else()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        await Shelve(alert);

        await Refused("forbiddenShelve", new UnshelveAlert(alert.Id), _world.OtherPilot);
        await _world.Do(_world.Pilot, new UnshelveAlert(alert.Id));
        Assert.Equal(AlertState.Raised, alert.State);
        await Refused("alertStateNotShelved", new UnshelveAlert(alert.Id));
        await Shelve(alert);
        await _world.Do(_world.Leader, new CancelAlert(alert.Id, "Fausse alerte"));
        Assert.Equal((AlertState.Cancelled, null, null), (alert.State, alert.ShelvedUntil, alert.DueAt));
    }

    private Task<Alert> Shelve(Alert alert, int hours = 2) =>
        _world.Do(_world.Leader, new ShelveAlert(alert.Id, "Capteur à régler", _world.Now.AddHours(hours)));

    private async Task<Refusal> Refused(string reason, CommandOn command, Actor? by = null)
    {
        var refusal = await _world.Refused(by ?? _world.Leader, command);
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }
}
