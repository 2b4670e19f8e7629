using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of an alert.</summary>
public abstract class AlertStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Station = Samples.Id(10), Product = Samples.Id(20), Person = Samples.Id(30);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task An_alert_comes_back_as_it_was_saved_with_its_timeline_in_order()
    {
        var alert = await Raise(Samples.Problem(place: Station, product: Product, text: "Plus de pédales", point: Samples.Id(5)), 0);
        var leader = Leader();
        Assert.Null(alert.Assign(leader, leader with { PersonId = Samples.Id(31) }, Samples.Start.AddMinutes(1)));
        await store.Write((IAlertStore alerts) => alerts.Save(alert));

        var kept = await store.Ask((IAlertReader reader) => reader.Find(alert.Id, default));

        Assert.Equivalent(alert, kept, strict: true);
        var timelines = await store.Ask((IAlertReader reader) => reader.Timelines([alert.Id, Samples.Id(99)], default));
        Assert.Equal([TimelineKind.Raised, TimelineKind.Assigned], timelines[alert.Id].Select(e => e.Kind));
        Assert.Empty(timelines[Samples.Id(99)]);
        Assert.Equal(
            [TimelineKind.Assigned], await store.Ask((IAlertStore alerts) => alerts.StepsSince(alert.Id, 1, default)));
    }

    [Fact]
    public async Task Two_open_alerts_with_one_key_that_joins_are_never_both_stored()
    {
        await Raise(Samples.Problem(place: Station, product: Product), 0);

        await Assert.ThrowsAnyAsync<Exception>(() => Raise(Samples.Problem(AlertKind.StockOut, Station, Product), 1));
        await Raise(Samples.Problem(place: Station, product: Samples.Id(21)), 2);
        await Raise(Samples.Problem(AlertKind.Safety, Station), 3);
        await Raise(Samples.Problem(AlertKind.Safety, Station), 4);

        Assert.Equal(4, (await store.Ask((IAlertReader reader) => reader.Open([Samples.Plant], default))).Count);
    }

    [Fact]
    public async Task The_open_alert_on_a_key_is_found_before_a_later_one_that_ended()
    {
        var problem = Samples.Problem(place: Station, product: Product, point: Samples.Id(5));
        var open = await Raise(problem, 0);
        var ended = Alert.Raise("A-2026-000900", problem, Report.BySystem(Samples.Start.AddMinutes(5)));
        Assert.Null(ended.Cancel(Leader(), "fausse alerte", Samples.Start.AddHours(1), Samples.Start.AddMinutes(6)));
        await store.Write((IAlertStore alerts) => alerts.Add(ended));

        Assert.Equal(open.Id, (await store.Ask((IAlertStore a) => a.LastOn(Samples.Plant, problem.Key, default)))?.Id);
        Assert.Equal(open.Id, (await store.Ask((IAlertStore a) => a.LastOfPoint(Samples.Id(5), "Supply", default)))?.Id);
        Assert.Null(await store.Ask((IAlertStore a) => a.LastOfPoint(Samples.Id(5), "Safety", default)));
        Assert.Equal([open.Id], (await store.Ask((IAlertStore a) => a.OpenOn(Samples.Plant, problem.Key, default))).Select(a => a.Id));
        Assert.Null(open.Cancel(Leader(), "fausse alerte", Samples.Start.AddHours(1), Samples.Start.AddMinutes(7)));
        await store.Write((IAlertStore alerts) => alerts.Save(open));
        Assert.Equal(ended.Id, (await store.Ask((IAlertStore a) => a.LastOn(Samples.Plant, problem.Key, default)))?.Id);
        var later = Samples.Start.AddHours(2);
        var due = await store.Ask((IAlertStore a) => a.NextDue(later, [], default));
        var other = await store.Ask((IAlertStore a) => a.NextDue(later, [due!.Id], default));
        Assert.Equal([open.Id, ended.Id], new[] { due!.Id, other!.Id }.Order());
        Assert.Null(await store.Ask((IAlertStore a) => a.NextDue(later, [open.Id, ended.Id], default)));
        Assert.Null(await store.Ask((IAlertStore a) => a.NextDue(Samples.Start, [], default)));
    }

    [Fact]
    public async Task Numbers_count_without_gaps_by_plant_and_year_also_when_a_command_is_refused()
    {
        Assert.Equal("A-2026-000001", await Number(2026));
        await store.Apply(async services =>
        {
            await ((IAlertStore)services.GetService(typeof(IAlertStore))!).NextNumber(Samples.Plant, 2026, default);
            return Refusal.NotFound("alert");
        });
        Assert.Equal("A-2026-000002", await Number(2026));
        Assert.Equal("A-2027-000001", await Number(2027));
    }

    [Fact]
    public async Task Saving_over_a_version_that_somebody_else_saved_throws()
    {
        var alert = await Raise(Samples.Problem(place: Station, product: Product), 0);
        var stale = await store.Ask((IAlertReader reader) => reader.Find(alert.Id, default));
        Assert.Null(alert.Acknowledge(Leader(), null, Samples.Start));
        Assert.Null(stale!.Acknowledge(Leader(), null, Samples.Start));
        await store.Write((IAlertStore alerts) => alerts.Save(alert));

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write((IAlertStore alerts) => alerts.Save(stale)));
    }

    private static Actor Leader() => new(Person, "Léa", Language.Fr, [new(Samples.Plant, Role.Manager, [])]);

    private async Task<string> Number(int year)
    {
        var number = "";
        await store.Apply(async services =>
        {
            number = await ((IAlertStore)services.GetService(typeof(IAlertStore))!).NextNumber(Samples.Plant, year, default);
            return (Made)Guid.Empty;
        });
        return number;
    }

    private async Task<Alert> Raise(Problem problem, int minute)
    {
        var alert = Alert.Raise($"A-2026-{minute:D6}", problem, Report.BySystem(Samples.Start.AddMinutes(minute)));
        await store.Write((IAlertStore alerts) => alerts.Add(alert));
        return alert;
    }
}
