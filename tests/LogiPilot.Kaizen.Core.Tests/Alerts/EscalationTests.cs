using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>Which level calls whom and when; what an alert's life does to it. Times are hours and minutes UTC, alerts are raised at 08:00.</summary>
public sealed class EscalationTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task An_untaken_alert_calls_agents_at_once_then_leader_manager_and_the_plants_fallback_list()
    {
        _world.Plant.FallBackOn([_world.Manager.PersonId!.Value, _world.Maintenance.PersonId!.Value]);
        await _world.RaiseShortage();

        await Pass(60);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:05 1 UNACKNOWLEDGED 0.1 Lena
            08:15 1 UNACKNOWLEDGED 0.2 Max
            08:30 1 UNACKNOWLEDGED 0.3 Max, Mina
            """, Calls());
        var fired = _world.Log.All.OfType<EscalationFired>().Last();
        Assert.Equal([NoticeChannel.App, NoticeChannel.Mail, NoticeChannel.Screen, NoticeChannel.Webhook], fired.Channels);
        Assert.False(fired.IsUrgent);
    }

    [Fact]
    public async Task Taking_an_alert_turns_to_the_other_list_and_ending_it_rests()
    {
        var alert = await _world.RaiseShortage();
        await Pass(1);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(3)));
        await Pass(61);
        await _world.Do(_world.Pilot, new ResolveAlert(alert.Id, "OTHER", "Fait"));
        await Pass(200);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:31 1 UNRESOLVED 0.0 Lena
            09:01 1 UNRESOLVED 0.1 Max
            """, Calls());
    }

    [Fact]
    public async Task Each_entry_into_raised_and_each_rise_in_severity_is_a_new_round()
    {
        var alert = await _world.RaiseShortage();
        await Pass(6);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Critical));
        await Pass(2);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        await _world.Do(_world.Pilot, new ReleaseAlert(alert.Id, "Appelé ailleurs"));
        await Pass(3);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:05 1 UNACKNOWLEDGED 0.1 Lena
            08:06 2 UNACKNOWLEDGED 0.0 Paul, Rita
            08:08 3 UNACKNOWLEDGED 0.0 Paul, Rita
            08:11 3 UNACKNOWLEDGED 0.1 Lena
            """, Calls());
    }

    [Fact]
    public async Task Worsening_after_acknowledgement_begins_the_owners_list_anew_under_the_new_severity()
    {
        var alert = await _world.RaiseShortage();
        await Pass(1);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(3)));
        await Pass(25);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Critical));
        await Pass(31);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:56 2 UNRESOLVED 0.0 Lena
            """, Calls());
    }

    [Fact]
    public async Task A_lowered_severity_tells_nothing_anew()
    {
        var alert = await _world.Do(
            _world.Operator, new RaiseAlert(AlertKind.Shortage, _world.Station.Id, _world.Fork.Id, Severity.Critical));
        await Pass(4);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Major, "Encore une heure de stock"));
        await Pass(60);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:03 1 UNACKNOWLEDGED 0.1 Lena
            08:15 1 UNACKNOWLEDGED 0.2 Max
            08:30 1 UNACKNOWLEDGED 0.3 
            """, Calls());
    }

    [Fact]
    public async Task A_condition_that_clears_rests_the_owners_list_and_its_return_begins_it_anew()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(_world.OnlyAlert.Id, _world.Now.AddHours(9)));
        await Pass(20);
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        await Pass(60);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        await Pass(31);

        Assert.Equal("09:50 2 UNRESOLVED 0.0 Lena", Calls());
    }

    [Fact]
    public async Task Information_never_escalates_and_minor_stops_at_the_team_leader()
    {
        _world.Plant.FallBackOn([_world.Manager.PersonId!.Value]);
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.FiveS, _world.Station.Id));
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));

        await Pass(24 * 60);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:05 1 UNACKNOWLEDGED 0.1 Lena
            """, Calls());
    }

    [Fact]
    public async Task A_kind_with_a_service_calls_its_people_first()
    {
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.EquipmentFailure, _world.Station.Id));

        await Pass(1);

        Assert.Equal("08:00 1 UNACKNOWLEDGED 0.0 Mina", Calls());
    }

    [Fact]
    public async Task A_level_that_reaches_nobody_passes_at_once_down_to_sound_on_every_screen()
    {
        _world.Plant.FallBackOn([_world.Maintenance.PersonId!.Value]);
        foreach (var person in new[] { _world.Pilot, _world.OtherPilot, _world.Leader, _world.Maintenance })
        {
            _world.Reach.Away.Add(person.PersonId!.Value);
        }

        var alert = await _world.RaiseShortage();
        var seen = alert.Version;
        await Pass(0);
        Assert.False(alert.SoundsEverywhere);
        Assert.Equal(
            [TimelineKind.Raised, TimelineKind.ReachedNobody, TimelineKind.ReachedNobody, TimelineKind.Escalated],
            _world.Alerts.EntriesOf(alert).Select(e => e.Kind));
        Assert.Equal(seen, alert.Version);

        await Pass(30);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 (Paul, Rita)
            08:00 1 UNACKNOWLEDGED 0.1 (Lena)
            08:00 1 UNACKNOWLEDGED 0.2 Max
            08:30 1 UNACKNOWLEDGED 0.3 (Mina)
            """, Calls());
        Assert.True(alert.SoundsEverywhere);
        Assert.Single(_world.Log.All.OfType<SoundEverywhereStarted>());

        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        Assert.False(alert.SoundsEverywhere);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Do(_world.Pilot, new ReleaseAlert(alert.Id, "Appelé ailleurs"));
        Assert.False(alert.SoundsEverywhere);
    }

    [Fact]
    public async Task The_last_level_of_a_policy_that_reaches_nobody_falls_to_the_fallback_list()
    {
        _world.Plant.FallBackOn([_world.Maintenance.PersonId!.Value]);
        _world.Reach.Away.Add(_world.Leader.PersonId!.Value);
        await Use(new EscalationTimers(Severity.Major, [To(Role.TeamLeader, 2)], []));
        await _world.RaiseShortage();

        await Pass(30);

        Assert.Equal(
            """
            08:02 1 UNACKNOWLEDGED 0.0 (Lena)
            08:02 1 UNACKNOWLEDGED 0.1 Mina
            """, Calls());
    }

    [Fact]
    public async Task A_list_begins_again_after_the_last_levels_own_delay_as_often_as_it_loops()
    {
        await Use(new EscalationTimers(Severity.Major, [To(Role.Pilot, 0), To(Role.TeamLeader, 5), To(Role.Manager, 15)], [], Loops: 2));
        await _world.RaiseShortage();

        await Pass(300);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:05 1 UNACKNOWLEDGED 0.1 Lena
            08:15 1 UNACKNOWLEDGED 0.2 Max
            08:25 1 UNACKNOWLEDGED 1.0 Paul, Rita
            08:30 1 UNACKNOWLEDGED 1.1 Lena
            08:40 1 UNACKNOWLEDGED 1.2 Max
            08:50 1 UNACKNOWLEDGED 2.0 Paul, Rita
            08:55 1 UNACKNOWLEDGED 2.1 Lena
            09:05 1 UNACKNOWLEDGED 2.2 Max
            """, Calls());
    }

    [Fact]
    public async Task Editing_a_policy_leaves_what_runs_alone_unless_it_is_applied()
    {
        var policy = await Use(new EscalationTimers(Severity.Major, [To(Role.Pilot, 0), To(Role.TeamLeader, 10), To(Role.Manager, 20)], []));
        await _world.RaiseShortage();
        await Pass(1);
        EscalationTimers[] quicker = [new(Severity.Major, [To(Role.Pilot, 0), To(Role.TeamLeader, 4), To(Role.Manager, 6)], [])];
        var admin = await Save(quicker, policy);
        await Pass(11);

        Assert.Equal(1, await _world.Escalations.CountRunningUnder(policy, default));
        await _world.Send(admin, new SaveEscalationPolicy(_world.Plant.Id, "Nuit", quicker, policy, ApplyToRunning: true));
        await Pass(60);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:10 1 UNACKNOWLEDGED 0.1 Lena
            """, Calls());
    }

    [Fact]
    public async Task After_a_stop_everything_due_happens_once_in_order_across_alerts()
    {
        var first = await _world.RaiseShortage();
        await Pass(1);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(first.Id, _world.Now.AddMinutes(10)));
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.EquipmentFailure, _world.Booth.Id));
        var before = _world.Escalations.AllCalls.Count;

        _world.Clock.Advance(TimeSpan.FromHours(2));
        await _world.Sweep();

        var late = _world.Escalations.AllCalls.Skip(before).ToList();
        Assert.Equal(late.OrderBy(c => c.DueAt), late);
        Assert.Equal(
            """
            08:01 1 UNACKNOWLEDGED 0.0 Mina
            08:06 1 UNACKNOWLEDGED 0.1 Luc
            08:16 1 UNACKNOWLEDGED 0.2 Max
            08:31 1 UNACKNOWLEDGED 0.3 
            10:01 2 UNACKNOWLEDGED 0.0 Paul, Rita
            """, Calls(before));
        await _world.Sweep();
        Assert.Equal(before + late.Count, _world.Escalations.AllCalls.Count);
    }

    [Fact]
    public async Task An_alert_that_fails_is_named_and_the_others_go_on_without_it()
    {
        var broken = await _world.RaiseShortage();
        var other = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.EquipmentFailure, _world.Booth.Id));
        _world.Escalations.Broken.Add(broken.Id);

        var failure = await Assert.ThrowsAsync<DueFailedException>(() => _world.Sweep());
        Assert.Equal(broken.Id, failure.SubjectId);
        await _world.Send(Actor.System, new AgeAlerts(Except: [broken.Id]));

        Assert.Equal(other.Id, Assert.Single(_world.Escalations.AllCalls).AlertId);
    }

    [Fact]
    public async Task Outside_of_every_shift_levels_wait_for_the_next_one_but_safety_does_not()
    {
        // A shift from 06:00 to 07:00 UTC: 07:00 to 08:00 in Paris.
        var shift = new Shift("A", "Équipe A", new TimeOnly(7, 0), new TimeOnly(8, 0), Enum.GetValues<DayOfWeek>(), []);
        _world.Organisation.Calendars.Add(PlantCalendar.Create(Guid.CreateVersion7(), _world.Plant.Id, null, [shift]));
        await _world.RaiseShortage();
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Safety, _world.Booth.Id));

        await Pass(24 * 60);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 
            08:00 1 UNACKNOWLEDGED 0.1 Luc
            08:10 1 UNACKNOWLEDGED 0.2 Max
            08:20 1 UNACKNOWLEDGED 0.3 
            06:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            06:05 1 UNACKNOWLEDGED 0.1 Lena
            06:15 1 UNACKNOWLEDGED 0.2 Max
            06:30 1 UNACKNOWLEDGED 0.3 
            """, Calls());
    }

    private static EscalationLevel To(Role role, int minutes) =>
        new(minutes, [new(TargetKind.RoleOnShift, role)], [NoticeChannel.App, NoticeChannel.Mail]);

    private Task Pass(int minutes) => _world.Pass(minutes);

    private string Calls(int from = 0) => _world.Calls(from);

    private async Task<Guid> Use(EscalationTimers timers)
    {
        var admin = await Save([timers], null);
        var policy = (await _world.Escalations.Policies(_world.Plant.Id, default)).Single();
        await _world.Send(
            admin, new SaveKindSetting(_world.Plant.Id, AlertKind.Shortage, Severity.Major, null, policy.Id));
        return policy.Id;
    }

    private async Task<Actor> Save(EscalationTimers[] timers, Guid? policy)
    {
        var admin = new Actor(Guid.CreateVersion7(), "Ada", Language.Fr, [new(_world.Plant.Id, Role.Admin, [])]);
        var made = await _world.Send(admin, new SaveEscalationPolicy(_world.Plant.Id, "Nuit", timers, policy));
        Assert.Null(made.Refusal);
        return admin;
    }
}
