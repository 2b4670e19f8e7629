using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class RecurrenceTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task The_third_alert_on_a_key_in_a_week_is_proposed_once_and_later_ones_join()
    {
        await RaiseAndEnd(days: 0);
        await RaiseAndEnd(days: 6.9);
        Assert.Empty(Seen());

        var third = await RaiseAndEnd(days: 0.05);
        var seen = Assert.Single(Seen());
        await RaiseAndEnd(days: 20);

        var recurrence = Assert.Single(_world.Recurrences.All);
        Assert.Equal((3, 7, third.AreaId, third.PlaceId), (seen.Count, seen.WindowDays, seen.AreaId, seen.PlaceId));
        var told = Assert.Single(_world.Notices.All, n => n.Kind == NoticeKind.RecurrenceSeen);
        Assert.Equal(_world.Leader.PersonId, told.PersonId);
        Assert.Equal((4, 4, RecurrenceState.Proposed), (recurrence.Count, recurrence.AlertIds.Count, recurrence.State));
        Assert.Single(Seen());
    }

    [Fact]
    public async Task Three_in_more_than_a_week_elsewhere_or_called_off_do_not_recur()
    {
        await RaiseAndEnd(days: 0);
        await RaiseAndEnd(days: 4);
        var cancelled = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        await _world.Do(_world.Operator, new CancelAlert(cancelled.Id, "Erreur"));
        await RaiseAndEnd(days: 0, AlertKind.Congestion);
        await RaiseAndEnd(days: 3.1);
        await RaiseAndEnd(days: 0, AlertKind.Congestion);
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.FiveS, _world.Booth.Id));

        Assert.Empty(Seen());
    }

    [Fact]
    public async Task Five_closed_with_one_cause_in_thirty_days_are_proposed_whatever_they_were()
    {
        AlertKind[] kinds = [AlertKind.FiveS, AlertKind.Congestion, AlertKind.Quality, AlertKind.Other, AlertKind.WrongPart];
        foreach (var kind in kinds)
        {
            Assert.Empty(Seen());
            await _world.Do(_world.Leader, new CloseAlert((await RaiseAndEnd(days: 7, kind)).Id));
        }

        var seen = Assert.Single(Seen());
        var told = Assert.Single(_world.Notices.All, n => n.Kind == NoticeKind.RecurrenceSeen);
        Assert.Equal((_world.Manager.PersonId, "CAUSE"), (told.PersonId, JsonDocument.Parse(told.Arguments).RootElement.GetProperty("variant").GetString()));
        Assert.Equal((RecurrenceCriterion.Cause, "EQUIPMENT", 5, (Guid?)null), (seen.Criterion, seen.CauseCode, seen.Count, seen.AreaId));
    }

    [Fact]
    public async Task A_leader_of_the_area_dismisses_it_with_a_reason_and_its_alerts_never_count_again()
    {
        await Recur();
        var id = _world.Recurrences.All[0].Id;

        Assert.Equal("forbiddenDismiss", await Refused(_world.LeaderOfPainting, new(id, "Non")));
        Assert.Equal("forbidden", await Refused(_world.Pilot, new(id, "Non")));
        Assert.Equal("notFound", await Refused(_world.Stranger, new(id, "Non")));
        Assert.Equal("textNeeded", await Refused(_world.Leader, new(id, " ")));
        Assert.Equal("recurrenceChanged", await Refused(_world.Leader, new(id, "Non") { ExpectedVersion = 7 }));
        Assert.True((await _world.Send(_world.Leader, new DismissRecurrence(id, "Travaux prévus"))).IsDone);
        Assert.Equal("recurrenceDecided", await Refused(_world.Leader, new(id, "Encore")));

        await RaiseAndEnd(days: 0.1);
        await RaiseAndEnd(days: 0.1);
        Assert.Single(Seen());
        await RaiseAndEnd(days: 0.1);
        Assert.Equal(2, Seen().Count());
    }

    [Fact]
    public async Task A_plant_has_its_own_rule_which_an_administrator_gives()
    {
        var rule = new SaveRecurrenceRule(_world.Plant.Id, RecurrenceCriterion.Key, 2, 1);
        Assert.Equal("forbidden", (await _world.Send(_world.Manager, rule)).Refusal?.Reason);
        Assert.Equal("recurrenceCount", (await _world.Send(Actor.System, rule with { Count = 1 })).Refusal?.Reason);
        Assert.Equal("recurrenceRuleChanged", (await _world.Send(Actor.System, rule with { ExpectedVersion = 3 })).Refusal?.Reason);
        Assert.True((await _world.Send(Actor.System, rule with { ExpectedVersion = 0 })).IsDone);

        await RaiseAndEnd(days: 0);
        await RaiseAndEnd(days: 0.9);

        Assert.Single(Seen());
    }

    private async Task Recur()
    {
        for (var time = 0; time < 3; time++)
        {
            await RaiseAndEnd(days: 0.1);
        }
    }

    private async Task<Alert> RaiseAndEnd(double days, AlertKind kind = AlertKind.FiveS)
    {
        _world.Clock.Now += TimeSpan.FromDays(days);
        var alert = await _world.Do(_world.Operator, new RaiseAlert(kind, _world.Station.Id));
        await _world.Do(_world.Leader, new ResolveAlert(alert.Id, "EQUIPMENT", "Fait"));
        return alert;
    }

    private IEnumerable<RecurrenceSeen> Seen() => _world.Log.All.OfType<RecurrenceSeen>();

    private async Task<string?> Refused(Actor actor, DismissRecurrence command) => (await _world.Send(actor, command)).Refusal?.Reason;
}
