using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Core.Tests.Alerts;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class TellOfAlertsTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task The_assignee_is_told_and_the_one_who_did_not_confirm_hears_that_it_is_nobodys_again()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Leader, new AssignAlert(alert.Id, Id(_world.Pilot)));
        _world.Clock.Advance(Alert.AssignmentLasts);
        await _world.Sweep();

        Assert.Equal(["Paul AlertAssigned Lena", "Paul AlertReturned UNCONFIRMED"], Told());
    }

    [Fact]
    public async Task Whoever_takes_it_himself_or_gives_it_back_himself_is_told_nothing()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Leader, new AssignAlert(alert.Id, Id(_world.Leader)));
        await _world.Do(_world.Leader, new ReleaseAlert(alert.Id, "appelée ailleurs"));
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        await _world.Do(_world.Leader, new ReleaseAlert(alert.Id, "absent"));
        Assert.Equal(["Paul AlertReturned RELEASED"], Told());
    }

    [Fact]
    public async Task An_acknowledgement_that_expires_twice_is_told_twice()
    {
        var alert = await _world.RaiseShortage();
        for (var time = 0; time < 2; time++)
        {
            await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
            _world.Clock.Advance(Alert.SilenceAllowed);
            await _world.Sweep();
            await _world.Sweep();
        }

        Assert.Equal(["Paul AlertReturned EXPIRED", "Paul AlertReturned EXPIRED"], Told());
    }

    [Fact]
    public async Task A_refusal_is_told_to_who_had_given_it()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Leader, new AssignAlert(alert.Id, Id(_world.Pilot)));
        await _world.Do(_world.Pilot, new RefuseAlert(alert.Id, "à l’autre bout"));

        Assert.Equal(["Paul AlertAssigned Lena", "Lena AlertReturned REFUSED"], Told());
    }

    [Fact]
    public async Task The_owner_hears_that_it_got_worse_and_that_it_is_restored_and_an_untaken_one_is_nobodys()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        Assert.Empty(Told());

        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(_world.OnlyAlert.Id));
        await _world.Do(_world.Leader, new ChangeAlertSeverity(_world.OnlyAlert.Id, Severity.Critical, null));
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);

        Assert.Equal(["Paul AlertWorsened !", "Paul AlertRestored !"], Told());
    }

    [Fact]
    public async Task Of_what_is_restored_nobody_hears_that_it_got_worse_or_is_nobodys()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(_world.OnlyAlert.Id));
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(_world.OnlyAlert.Id, Severity.Critical, null));
        await _world.Do(_world.Leader, new ReleaseAlert(_world.OnlyAlert.Id, "réglé"));

        Assert.Equal(AlertState.Resolved, _world.OnlyAlert.State);
        Assert.Equal(["Paul AlertRestored"], Told());
    }

    [Fact]
    public async Task A_level_calls_its_people_once_and_the_shelved_comes_back_to_who_looks_after_it()
    {
        var alert = await _world.RaiseShortage();
        await _world.Sweep();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await _world.Sweep();
        await _world.Sweep();
        await _world.Do(_world.Leader, new ShelveAlert(alert.Id, "pièce demain", _world.Now.AddHours(1), Id(_world.Pilot)));
        _world.Clock.Advance(TimeSpan.FromMinutes(44));
        Assert.Equal(0, await Remind());
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Remind());
        Assert.Equal(0, await Remind());
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        await _world.Sweep();

        Assert.Equal(
            [
                "Paul AlertCalled", "Rita AlertCalled", "Lena AlertCalled LATE", "Paul ShelfEnding", "Paul ShelfEnded EXPIRED", "Paul AlertCalled",
                "Rita AlertCalled",
            ],
            Told(withCalls: true));
    }

    [Fact]
    public async Task The_same_person_is_told_of_each_call_of_each_loop_list_and_round()
    {
        EscalationLevel[] toLeader = [new(5, [new(TargetKind.RoleOnShift, Role.TeamLeader)], NoticeEvent.ToOne)];
        var admin = new Actor(Guid.CreateVersion7(_world.Now), "Ada", Language.Fr, [new(_world.Plant.Id, Role.Admin, [])]);
        var policy = await _world.Send(
            admin, new SaveEscalationPolicy(_world.Plant.Id, "Nuit", [new(Severity.Major, toLeader, toLeader, Loops: 1)]));
        await _world.Send(admin, new SaveKindSetting(_world.Plant.Id, AlertKind.Shortage, Severity.Major, null, policy.Value.Id));
        var alert = await _world.RaiseShortage();
        await Pass(16);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(1)));
        await Pass(16);
        await _world.Do(_world.Pilot, new ReleaseAlert(alert.Id, "appelé ailleurs"));
        await Pass(6);

        Assert.Equal(
            ["Lena AlertCalled", "Lena AlertCalled LATE", "Lena AlertUnresolved", "Lena AlertUnresolved", "Lena AlertCalled"],
            Told(withCalls: true));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_shelved_for_a_few_minutes_or_put_away_by_planned_work()
    {
        var brief = await _world.RaiseShortage();
        await _world.Do(_world.Leader, new ShelveAlert(brief.Id, "pièce en route", _world.Now.AddMinutes(14), Id(_world.Pilot)));
        var window = new SaveMaintenanceWindow(
            null, _world.Plant.Id, _world.Assembly.Id, [AlertKind.Congestion], null, _world.Now, _world.Now.AddHours(1), null, "Entretien");
        Assert.Null((await _world.Send(_world.Leader, window)).Refusal);
        var planned = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        Assert.Equal((AlertState.Shelved, AlertState.Shelved), (brief.State, planned.State));

        Assert.Equal(0, await Remind());
        _world.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(0, await Remind());
    }

    private async Task Pass(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
            await _world.Sweep();
        }
    }

    private async Task<int> Remind() => (await _world.Send(Actor.System, new Remind())).Value;

    private static Guid Id(Actor actor) => actor.PersonId!.Value;

    /// <summary>Person, kind, and what else of it matters here: the variant, who assigned it, whether it is urgent.</summary>
    private IEnumerable<string> Told(bool withCalls = false) => _world.Notices.All.Where(n => withCalls || n.Kind != NoticeKind.AlertCalled).Select(n =>
    {
        var facts = System.Text.Json.JsonDocument.Parse(n.Arguments).RootElement;
        var more = facts.TryGetProperty("variant", out var variant) ? variant.GetString()
            : n.Kind == NoticeKind.AlertAssigned ? facts.GetProperty("by").GetString()
            : n.IsUrgent ? "!" : "";
        return $"{_world.Organisation.Everybody.Single(p => p.Id == n.PersonId).Name} {n.Kind} {more}".TrimEnd();
    });
}
