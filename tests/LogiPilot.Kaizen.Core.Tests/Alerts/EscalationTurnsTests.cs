using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>Where levels stop, whom they leave out, and what comes before what. Times are hours and minutes UTC, alerts are raised at 08:00.</summary>
public sealed class EscalationTurnsTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task Taken_a_minor_alert_goes_no_further_than_the_team_leader_however_long_it_lasts()
    {
        _world.Plant.FallBackOn([_world.Manager.PersonId!.Value]);
        var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(9)));

        await _world.Pass(150);

        Assert.Equal("08:30 1 UNRESOLVED 0.0 Lena", _world.Calls());
    }

    [Theory]
    [InlineData(20, "08:30 1 UNRESOLVED 0.0 Lena", "10:00 2 UNACKNOWLEDGED 0.0 Paul, Rita")]
    [InlineData(null, "10:00 2 UNACKNOWLEDGED 0.0 Paul, Rita")]
    public async Task After_a_stop_what_ends_an_acknowledgement_comes_in_its_turn_among_the_calls_and_first_of_one_instant(
        int? promised, params string[] calls)
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, promised is { } minutes ? _world.Now.AddMinutes(minutes) : null));

        _world.Clock.Advance(TimeSpan.FromHours(2));
        await _world.Sweep();

        Assert.Equal(string.Join('\n', calls), _world.Calls());
    }

    [Fact]
    public async Task The_fallback_list_calls_nobody_who_has_left_the_plant()
    {
        _world.Plant.FallBackOn([_world.Stranger.PersonId!.Value, _world.Maintenance.PersonId!.Value]);
        await _world.RaiseShortage();

        await _world.Pass(31);

        Assert.EndsWith("08:30 1 UNACKNOWLEDGED 0.3 Mina", _world.Calls(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_service_those_on_shift_are_called_and_all_of_it_when_nobody_is()
    {
        _world.WorkInShifts();
        var noe = Person.Create(
            Guid.CreateVersion7(_world.Now), PersonKind.Human, "Noé", "Noé", null, Language.Fr,
            [new(_world.Plant.Id, Role.Support, [], SupportService.Maintenance)]);
        _world.Organisation.Add(noe);
        _world.Organisation.Teams.Add(Team.Create(
            Guid.CreateVersion7(_world.Now), _world.Plant.Id,
            new("TM", "Maintenance", [], [_world.Maintenance.PersonId!.Value], new(2026, 3, 2), ["A"])));
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.EquipmentFailure, _world.Station.Id));
        await _world.Pass(0);
        Assert.Equal("08:00 1 UNACKNOWLEDGED 0.0 Mina, Noé", _world.Calls());

        _world.Clock.Now = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        await _world.Sweep();
        var before = _world.Escalations.AllCalls.Count;
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.EquipmentFailure, _world.Booth.Id));
        await _world.Pass(0);
        Assert.Equal("12:00 1 UNACKNOWLEDGED 0.0 Mina", _world.Calls(before));
    }

    [Fact]
    public async Task In_a_pause_people_are_there_and_minutes_wait_for_its_end()
    {
        // From 07:00 to 15:00 UTC, with a pause from 08:00 to 08:30: an hour more in Paris.
        var shift = new Shift(
            "A", "Équipe A", new(8, 0), new(16, 0), Enum.GetValues<DayOfWeek>(), [new ShiftBreak(new(9, 0), new(9, 30))]);
        _world.Organisation.Calendars.Add(PlantCalendar.Create(Guid.CreateVersion7(), _world.Plant.Id, null, [shift]));
        await _world.RaiseShortage();

        await _world.Pass(40);

        Assert.Equal(
            """
            08:00 1 UNACKNOWLEDGED 0.0 Paul, Rita
            08:35 1 UNACKNOWLEDGED 0.1 Lena
            """, _world.Calls());
    }

    [Fact]
    public async Task What_is_restored_makes_no_screen_sound()
    {
        foreach (var person in new[] { _world.Leader, _world.Manager })
        {
            _world.Reach.Away.Add(person.PersonId!.Value);
        }

        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        var alert = await _world.Do(_world.Pilot, new AcknowledgeAlert(_world.OnlyAlert.Id, _world.Now.AddHours(9)));
        await _world.Pass(30);
        Assert.True(alert.SoundsEverywhere);

        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        Assert.Equal((AlertState.Acknowledged, false), (alert.State, alert.SoundsEverywhere));
    }
}
