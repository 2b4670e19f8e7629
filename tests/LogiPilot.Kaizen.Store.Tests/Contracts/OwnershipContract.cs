using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of shelved alerts, handovers and maintenance windows.</summary>
public abstract class OwnershipContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Area = Samples.Id(2), Person = Samples.Id(30);

    private static readonly Actor Leader = new(Person, "Léa", Language.Fr, [new(Samples.Plant, Role.Manager, [])]);

    private static readonly ShiftRun Morning = new(
        Shift.Daily("M", "Matin", new(5, 0), new(13, 0)), new(2026, 3, 2), Samples.Start.AddHours(-4), Samples.Start.AddHours(4));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_shelved_a_transferred_and_a_taken_alert_come_back_as_they_were_saved()
    {
        var later = Samples.Start.AddHours(1);
        var shelved = Raise(1, later.AddMinutes(-3));
        Assert.Null(shelved.Shelve(Leader, "Capteur", later, null, later.AddHours(1), Samples.Start));
        var passedOn = Raise(2, later);
        Assert.Null(passedOn.Acknowledge(Leader, null, later, later.AddHours(2)));
        Assert.Null(passedOn.Transfer(Leader, Leader with { PersonId = Samples.Id(31) }, "Au quai", later.AddHours(2), later));
        passedOn.Offer(Leader, later.AddHours(3), later);
        await store.Write((IAlertStore alerts) =>
        {
            alerts.Add(shelved);
            alerts.Add(passedOn);
        });

        var kept = await store.Ask((IAlertReader reader) => reader.ById([shelved.Id, passedOn.Id], default));
        Assert.Equivalent(new[] { shelved, passedOn }, kept.OrderBy(a => a.Number), strict: true);
        Assert.Equal(
            shelved.Id, (await store.Ask((IAlertStore alerts) => alerts.NextDue(later, [], default)))?.Id);
    }

    [Fact]
    public async Task A_handover_comes_back_as_it_was_saved_is_found_by_its_shift_and_when_it_is_due_and_stands_once_a_shift()
    {
        var handover = Sign(Area, Raise(1, Samples.Start));
        await store.Write((IHandoverStore handovers) =>
        {
            handovers.Add(handover);
            handovers.Add(Sign(null));
        });
        handover.Answer(
            [handover.Items[0] with { State = HandoverItemState.Refused, ById = Person, At = Samples.Start, Reason = "Occupée" }], Person, Samples.Start);
        await store.Write((IHandoverStore handovers) => handovers.Save(handover));

        Assert.Equivalent(handover, await store.Ask((IHandoverStore h) => h.Find(handover.Id, default)), strict: true);
        Assert.Equal(handover.Id, (await store.Ask((IHandoverStore h) => h.Of(Samples.Plant, Area, Morning.Ends, default)))?.Id);
        Assert.Null((await store.Ask((IHandoverStore h) => h.Of(Samples.Plant, null, Morning.Ends, default)))?.AreaId);
        Assert.Null(await store.Ask((IHandoverStore h) => h.Of(Samples.Plant, Samples.Id(3), Morning.Ends, default)));
        Assert.Equal(2, (await store.Ask((IHandoverStore h) => h.Due(Morning.Ends, [], 10, default))).Count);
        Assert.Empty(await store.Ask((IHandoverStore h) => h.Due(Morning.Ends.AddSeconds(-1), [], 10, default)));
        Assert.Equal(2, (await store.Ask((IHandoverStore h) => h.List([Samples.Plant], new(1, null, null, null, true), default))).TotalCount);
        Assert.Empty((await store.Ask((IHandoverStore h) => h.List([Samples.Id(99)], new(1, null, null, null, false), default))).Items);
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write((IHandoverStore handovers) => handovers.Add(Sign(null))));
    }

    [Fact]
    public async Task What_cleared_untaken_since_an_instant_is_found_by_area()
    {
        var (early, here, elsewhere) = (Raise(1, Samples.Start), Raise(2, Samples.Start), Raise(3, Samples.Start, Samples.Id(4)));
        early.ClearCondition(Samples.Start.AddMinutes(1));
        here.ClearCondition(Samples.Start.AddMinutes(3));
        elsewhere.ClearCondition(Samples.Start.AddMinutes(2));
        await store.Write((IAlertStore alerts) =>
        {
            alerts.Add(early);
            alerts.Add(here);
            alerts.Add(elsewhere);
        });

        Assert.Equal([here.Id], await Cleared(Area));
        Assert.Equal([elsewhere.Id, here.Id], await Cleared(null));

        async Task<IEnumerable<Guid>> Cleared(Guid? area) =>
            (await store.Ask((IHandoverStore h) => h.ClearedUntaken(Samples.Plant, area, Samples.Start.AddMinutes(2), default))).Select(a => a.Id);
    }

    [Fact]
    public async Task A_window_comes_back_as_it_was_saved_with_what_it_holds_back()
    {
        var terms = new WindowTerms(
            Area, [AlertKind.Shortage, AlertKind.Other], new([DayOfWeek.Monday, DayOfWeek.Sunday], new(22, 30), 90), null, null,
            new(2026, 6, 30), "Entretien", Person);
        var window = MaintenanceWindow.Open(Samples.Id(40), Samples.Plant, terms, Samples.Start, TimeZoneInfo.Utc).Value;
        var once = MaintenanceWindow.Open(
            Samples.Id(41), Samples.Plant,
            terms with { Kinds = null, Weekly = null, StartsAt = Samples.Start, EndsAt = Samples.Start.AddHours(1), Until = new(2026, 3, 2) },
            Samples.Start, TimeZoneInfo.Utc).Value;
        Assert.Null(once.End());
        var alert = Raise(1, Samples.Start);
        alert.ShelveIn(window, Samples.Start.AddHours(1), Samples.Start);
        await store.Write((IAlertStore alerts) => alerts.Add(alert));
        await store.Write((IMaintenanceWindowStore windows) =>
        {
            windows.Add(window);
            windows.Add(once);
        });

        Assert.Equivalent(window, await store.Ask((IMaintenanceWindowStore w) => w.Find(window.Id, default)), strict: true);
        Assert.Equivalent(new[] { window, once }, await store.Ask((IMaintenanceWindowStore w) => w.List([Samples.Plant], default)), strict: true);
        Assert.Equal([window.Id], (await store.Ask((IMaintenanceWindowStore w) => w.Active(Samples.Plant, default))).Select(w => w.Id));
        Assert.Equal([alert.Id], (await store.Ask((IMaintenanceWindowStore w) => w.HeldBy(window.Id, default))).Select(a => a.Id));
        Assert.Empty(await store.Ask((IMaintenanceWindowStore w) => w.HeldBy(once.Id, default)));
    }

    private static Alert Raise(int number, DateTimeOffset at, Guid? area = null) => Alert.Raise(
        $"A-2026-{number:D6}",
        Samples.Problem(place: Samples.Id(10), product: Samples.Id(20 + number), area: area ?? Area, point: Samples.Id(50 + number)), Report.BySystem(at));

    private static ShiftHandover Sign(Guid? area, params Alert[] open) => ShiftHandover.Sign(
        new(Samples.Plant, area, Morning, null, open, open, Morning.Ends, null), "Presse 2 capricieuse", Person, Samples.Start);
}
