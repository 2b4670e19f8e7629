using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class MaintenanceWindowTests
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    private readonly AlertWorld _world = new();

    [Fact]
    public async Task What_is_raised_in_it_is_shelved_at_once_and_returns_at_its_end()
    {
        await Save(Weekly() with { PlaceId = _world.Line.Id });
        var alert = await _world.RaiseShortage();
        var elsewhere = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Stores.Id));

        Assert.Equal(
            (AlertState.Shelved, _world.Leader.PersonId, _world.Now.AddHours(1)), (alert.State, alert.FormerOwnerId, alert.ShelvedUntil));
        Assert.Equal([TimelineKind.Raised, TimelineKind.Shelved], _world.Alerts.StepsOf(alert));
        Assert.All(_world.Log.All.OfType<AlertChanged>().Where(e => e.AlertId == alert.Id), e => Assert.Equal(AlertState.Shelved, e.State));
        Assert.Equal(AlertState.Raised, elsewhere.State);
        _world.Clock.Advance(TimeSpan.FromHours(3));
        await _world.Sweep();
        Assert.Equal((AlertState.Raised, null, null), (alert.State, alert.WindowId, alert.ShelvedUntil));
    }

    [Fact]
    public async Task It_never_holds_back_safety_nor_what_a_person_calls_critical_and_a_condition_that_worsens_ends_it()
    {
        await Save(Weekly());
        var safety = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Safety, _world.Station.Id, Severity: Severity.Minor));
        var critical = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Station.Id, Severity: Severity.Critical));
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        var shortage = _world.Alerts.All[^1];

        Assert.Equal((AlertState.Raised, AlertState.Raised, AlertState.Shelved), (safety.State, critical.State, shortage.State));
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.Critical);
        Assert.Equal(AlertState.Raised, shortage.State);
    }

    [Fact]
    public async Task Ended_early_or_moved_it_lets_go_at_once_and_another_kind_was_never_held()
    {
        var id = await Save(Weekly() with { Kinds = [AlertKind.Shortage] });
        var alert = await _world.RaiseShortage();
        var other = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        Assert.Equal((AlertState.Shelved, AlertState.Raised), (alert.State, other.State));

        await Save(Weekly() with { WindowId = id, Reason = "Autre presse" });
        Assert.Equal(AlertState.Shelved, alert.State);
        var ended = await _world.Send(_world.Leader, new EndMaintenanceWindow(id) { ExpectedVersion = 2 });
        Assert.True(ended.IsDone);
        Assert.Equal(AlertState.Raised, alert.State);
        Assert.Equal("windowEnded", (await _world.Send(_world.Leader, new EndMaintenanceWindow(id))).Refusal!.Reason);
    }

    [Fact]
    public async Task Who_saw_it_as_it_was_before_is_told_who_changed_it_and_when_by_the_plants_clock()
    {
        var id = await Save(Weekly());
        await Save(Weekly() with { WindowId = id, Reason = "Autre presse" });
        var stale = new EndMaintenanceWindow(id) { ExpectedVersion = 1 };

        var refusal = (await _world.Send(_world.Manager, stale)).Refusal!;
        var local = TimeZoneInfo.ConvertTime(_world.Now, TimeZoneInfo.FindSystemTimeZoneById(_world.Plant.TimeZone));
        Assert.Equal(("changedBy", "Lena", $"{local:HH:mm}", 2), (refusal.Reason, refusal.Arguments["by"], refusal.Arguments["at"], refusal.Arguments["currentVersion"]));
        Assert.Equal(["MAINTENANCE_WINDOW_CHANGED"], Assert.IsType<string[]>(refusal.Arguments["changed"]));

        _world.Clock.Advance(TimeSpan.FromDays(1));
        refusal = (await _world.Send(_world.Manager, stale)).Refusal!;
        Assert.Equal(("changedByOn", $"{local:dd/MM HH:mm}"), (refusal.Reason, refusal.Arguments["at"]));
    }

    [Fact]
    public async Task Shortened_or_prolonged_it_gives_back_what_it_holds_at_its_new_end()
    {
        var id = await Save(Weekly());
        var alert = await _world.RaiseShortage();

        await Save(Weekly() with { WindowId = id, Weekly = new(EveryDay, new(8, 0), 90) });
        Assert.Equal((_world.Now.AddMinutes(30), _world.Now.AddMinutes(30)), (alert.ShelvedUntil, alert.DueAt));
        await Save(Weekly() with { WindowId = id, Weekly = new(EveryDay, new(8, 0), 180) });
        Assert.Equal((_world.Now.AddHours(2), AlertState.Shelved), (alert.ShelvedUntil, alert.State));
    }

    [Fact]
    public async Task What_is_planned_once_ends_with_its_end_and_at_most_a_year_away_whatever_its_last_day_is_said_to_be()
    {
        var once = Weekly() with { Weekly = null, StartsAt = _world.Now.AddYears(5), EndsAt = _world.Now.AddYears(5).AddHours(1), Until = new(2026, 3, 31) };

        Assert.Equal("windowUntilFar", (await _world.Send(_world.Manager, once)).Refusal?.Reason);

        await Save(once with { StartsAt = _world.Now, EndsAt = _world.Now.AddHours(1) });
        _world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AlertState.Raised, (await _world.RaiseShortage()).State);
    }

    [Fact]
    public void A_week_of_it_begins_by_the_plants_clock_goes_past_midnight_and_ends_with_its_last_day()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var terms = new WindowTerms(
            null, null, new([DayOfWeek.Saturday], new(22, 0), 480), null, null, new(2026, 3, 28), "Entretien", _world.Leader.PersonId!.Value);
        var window = MaintenanceWindow.Open(Guid.Empty, _world.Plant.Id, terms, _world.Now, paris).Value;

        Assert.Null(window.EndAround(Utc(28, 20, 59), paris));

        // The clocks go forward in that night: eight hours later it is 07:00 in summer time.
        Assert.Equal(Utc(29, 5, 0), window.EndAround(Utc(28, 21, 0), paris));
        Assert.Equal(Utc(29, 5, 0), window.EndAround(Utc(29, 4, 59), paris));
        Assert.Null(window.EndAround(Utc(29, 5, 0), paris));
        Assert.Null(window.EndAround(Utc(28, 21, 0).AddDays(7), paris));

        static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);
    }

    [Fact]
    public void It_begins_next_by_the_plants_clock_until_its_last_day_whatever_the_clocks_do()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var terms = new WindowTerms(
            null, null, new([DayOfWeek.Sunday, DayOfWeek.Wednesday], new(2, 30), 60), null, null, new(2026, 4, 5), "Entretien",
            _world.Leader.PersonId!.Value);
        var window = MaintenanceWindow.Open(Guid.Empty, _world.Plant.Id, terms, _world.Now, paris).Value;

        Assert.Equal(Utc(3, 25, 1, 30), window.StartAfter(Utc(3, 25, 1, 29), paris));

        // In that night 02:30 is skipped: it begins when the clock goes forward, and an hour earlier from then on.
        Assert.Equal(Utc(3, 29, 1, 0), window.StartAfter(Utc(3, 25, 1, 30), paris));
        Assert.Equal(Utc(4, 1, 0, 30), window.StartAfter(Utc(3, 29, 1, 0), paris));
        Assert.Equal(Utc(4, 5, 0, 30), window.StartAfter(Utc(4, 1, 0, 30), paris));
        Assert.Null(window.StartAfter(Utc(4, 5, 0, 30), paris));
        window.Revise(terms with { Weekly = new([DayOfWeek.Wednesday], new(2, 30), 60) }, _world.Now, paris);
        Assert.Equal(Utc(4, 1, 0, 30), window.StartAfter(Utc(3, 25, 1, 30), paris));
        window.Revise(terms with { Weekly = null, StartsAt = Utc(3, 29, 6, 0), EndsAt = Utc(3, 29, 9, 0) }, _world.Now, paris);
        Assert.Equal(Utc(3, 29, 6, 0), window.StartAfter(Utc(3, 29, 5, 59), paris));
        Assert.Null(window.StartAfter(Utc(3, 29, 6, 0), paris));
        window.End();
        Assert.Null(window.StartAfter(Utc(3, 29, 5, 59), paris));

        static DateTimeOffset Utc(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.Zero);
    }

    [Theory]
    [InlineData("windowUntilNeeded")]
    [InlineData("windowUntilFar")]
    [InlineData("windowUntilPast")]
    [InlineData("windowTimesNeeded")]
    [InlineData("windowDaysNeeded")]
    [InlineData("windowMinutes")]
    [InlineData("windowToWrong")]
    [InlineData("textNeeded")]
    [InlineData("notFound")]
    [InlineData("forbiddenWindow")]
    public async Task It_is_planned_whole_by_a_leader_there_and_always_ends(string reason)
    {
        var good = Weekly();
        var once = good with { Weekly = null, StartsAt = _world.Now, EndsAt = _world.Now.AddDays(2), Until = null };
        await Save(once);
        var wrong = reason switch
        {
            "windowUntilNeeded" => good with { Until = null },
            "windowUntilFar" => good with { Until = new(2027, 3, 4) },
            "windowUntilPast" => good with { Until = new(2026, 3, 1) },
            "windowTimesNeeded" => good with { StartsAt = _world.Now, EndsAt = _world.Now.AddHours(1) },
            "windowDaysNeeded" => good with { Weekly = new([], new(9, 0), 60) },
            "windowMinutes" => good with { Weekly = new(EveryDay, new(9, 0), 1441) },
            "windowToWrong" => once with { EndsAt = _world.Now.AddDays(32) },
            "textNeeded" => good with { Reason = null },
            "notFound" => good with { OwnerId = _world.Stranger.PersonId },
            _ => good with { PlaceId = _world.Booth.Id },
        };

        Assert.Equal(reason, (await _world.Send(reason == "forbiddenWindow" ? _world.Leader : _world.Manager, wrong)).Refusal?.Reason);
    }

    private SaveMaintenanceWindow Weekly() => new(
        null, _world.Plant.Id, _world.Assembly.Id, null, new(EveryDay, new(8, 0), 120), null, null, new(2026, 3, 31), "Entretien de la presse");

    private async Task<Guid> Save(SaveMaintenanceWindow window)
    {
        var saved = await _world.Send(_world.Leader, window);
        Assert.True(saved.IsDone, saved.Refusal?.Reason);
        return saved.Value.Id;
    }
}
