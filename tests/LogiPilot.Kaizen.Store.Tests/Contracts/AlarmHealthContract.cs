using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of recurrences, and tells of the past of alerts.</summary>
public abstract class AlarmHealthContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Station = Samples.Id(10), Product = Samples.Id(11), Area = Samples.Id(12);
    private static readonly Actor Lena = new(Samples.Id(30), "Lena", Language.Fr, [new(Samples.Plant, Role.TeamLeader, [])]);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task What_turned_or_stood_open_in_a_period_is_told_with_all_its_steps()
    {
        await Add(1, at: -100, ends: -90);
        var before = await Add(2, at: -100, ends: 5);
        var within = await Add(3, at: 5, ends: 6);
        var open = await Add(4, at: -100, ends: null);
        var around = await Add(5, at: -100, ends: 50);
        await Add(6, at: 20, ends: null);
        await Add(7, at: 5, ends: 6, plant: Samples.Id(2));

        var traces = await store.Ask((IAlarmHistory h) => h.Traces(Samples.Plant, At(0), At(10), default));

        Assert.Equal(new[] { before.Id, within.Id, open.Id, around.Id }.Order(), traces.Select(t => t.AlertId).Order());
        var told = traces.Single(t => t.AlertId == before.Id);
        Assert.Equal([(TimelineKind.Raised, At(-100)), (TimelineKind.ConditionCleared, At(5)), (TimelineKind.Resolved, At(5))], told.Steps);
        Assert.Equal(
            (before.Kind, before.PlaceId, before.LineId, before.ProductId, before.SupplierOrder, before.SupplyPointId, before.RaisedAt),
            (told.Kind, told.PlaceId, told.LineId, told.ProductId, told.SupplierOrder, told.SupplyPointId, told.RaisedAt));
    }

    [Fact]
    public async Task Alerts_on_a_key_and_those_closed_with_a_cause_are_counted_since_an_instant()
    {
        var raised = new List<Alert>();
        foreach (var minute in (int[])[0, 10, 20])
        {
            raised.Add(await Add(1, minute, ends: minute + 5));
        }

        await Add(2, at: 12, ends: 13);
        await Close(raised[0], "EQUIPMENT", At(30));
        await Close(raised[1], "EQUIPMENT", At(31));
        await Close(raised[2], "OTHER", At(32));

        var onKey = await store.Ask((IRecurrenceStore s) => s.RaisedOn(Samples.Plant, raised[0].Key, At(10), default));
        var closed = await store.Ask((IRecurrenceStore s) => s.ClosedWith(Samples.Plant, "EQUIPMENT", At(30), default));

        Assert.Equal([new(raised[1].Id, At(10)), new(raised[2].Id, At(20))], onKey);
        Assert.Equal([new(raised[0].Id, At(30)), new(raised[1].Id, At(31))], closed);
        Assert.Empty(await store.Ask((IRecurrenceStore s) => s.ClosedWith(Samples.Id(2), "EQUIPMENT", At(0), default)));
    }

    [Fact]
    public async Task Recurrences_and_rules_come_back_as_they_were_saved_proposed_last_first()
    {
        var alert = await Add(1, at: 0, ends: 5);
        var dismissed = Recurrence.Propose(RecurrenceCriterion.Key, alert, [new(alert.Id, At(0))], At(6));
        await store.Write((IRecurrenceStore s) => s.Add(dismissed));
        Assert.Null(dismissed.Dismiss(Lena, "Travaux", At(7)));
        await store.Write((IRecurrenceStore s) => s.Save(dismissed));
        var open = Recurrence.Propose(RecurrenceCriterion.Key, alert, [new(alert.Id, At(0))], At(8));
        await Close(alert, "EQUIPMENT", At(9));
        var byCause = Recurrence.Propose(RecurrenceCriterion.Cause, alert, [new(alert.Id, At(9))], At(10));
        var rule = new RecurrenceRule(Samples.Plant, RecurrenceCriterion.Cause, 4, 12, 1);
        await store.Write((IRecurrenceStore s) =>
        {
            s.Add(open);
            s.Add(byCause);
            s.Put(rule with { Count = 9 });
            s.Put(rule);
        });

        Assert.Equivalent(open, await store.Ask((IRecurrenceStore s) => s.LastOf(Samples.Plant, alert.Key, default)), strict: true);
        Assert.Equivalent(byCause, await store.Ask((IRecurrenceStore s) => s.LastOf(Samples.Plant, "EQUIPMENT", default)), strict: true);
        Assert.Equivalent(dismissed, await store.Ask((IRecurrenceReader r) => r.Find(dismissed.Id, default)), strict: true);
        Assert.Equal([byCause.Id, open.Id, dismissed.Id], await List(null));
        Assert.Equal([dismissed.Id], await List([RecurrenceState.Dismissed]));
        Assert.Equal(rule, await store.Ask((IRecurrenceStore s) => s.Rule(Samples.Plant, RecurrenceCriterion.Cause, default)));
        Assert.Equal([rule], await store.Ask((IRecurrenceReader r) => r.Rules([Samples.Plant], default)));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write((IRecurrenceStore s) => s.Add(
            Recurrence.Propose(RecurrenceCriterion.Key, alert, [new(alert.Id, At(0))], At(11)))));
    }

    [Fact]
    public async Task Stops_of_lines_are_told_in_order()
    {
        var alert = Alert.Raise("A-1", Samples.Problem(place: Station, line: Samples.Id(13), area: Area), Report.BySystem(At(0)));
        alert.Stop(Report.BySystem(At(1)), null);
        Assert.Null(alert.RestartLine(Lena, At(4)));
        await store.Write((IAlertStore s) => s.Add(alert));

        Assert.Equal(
            [new(alert.Id, true, At(1)), new(alert.Id, false, At(4))], await store.Ask((IRecurrenceReader r) => r.LineSteps([alert.Id], default)));
    }

    private static DateTimeOffset At(int minute) => Samples.Start.AddMinutes(minute);

    private async Task<IEnumerable<Guid>> List(IReadOnlyList<RecurrenceState>? states) =>
        (await store.Ask((IRecurrenceReader r) => r.List([Samples.Plant], states, 10, default))).Select(r => r.Id);

    private async Task<Alert> Add(int place, int at, int? ends, Guid? plant = null)
    {
        var problem = Samples.Problem(
            place: Samples.Id(100 + place), product: Product, plant: plant, area: Area, line: Samples.Id(13), point: Samples.Id(14));
        var alert = Alert.Raise($"A-{place}-{at}", problem, Report.BySystem(At(at)));
        if (ends is { } minute)
        {
            alert.ClearCondition(At(minute));
        }

        await store.Write((IAlertStore s) => s.Add(alert));
        return alert;
    }

    private async Task Close(Alert alert, string cause, DateTimeOffset at)
    {
        Assert.Null(alert.Close(Lena, cause, at));
        await store.Write((IAlertStore s) => s.Save(alert));
    }
}
