using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database answers when alerts are listed.</summary>
public abstract class AlertListContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Other = Samples.Id(2);

    private readonly List<Alert> _alerts = [];

    public async Task InitializeAsync()
    {
        var kinds = Enum.GetValues<AlertKind>();
        for (var i = 0; i < 60; i++)
        {
            // Three at each instant, so that only the id tells them apart; plants, kinds, lines and severities take turns.
            var at = Samples.Start.AddMinutes(i / 3);
            var alert = Alert.Raise(
                $"A-2026-{i:D6}",
                Samples.Problem(
                    kinds[i % kinds.Length], Samples.Id(100 + i), Samples.Id(200 + (i % 4)), (Severity)(i % 4),
                    i % 5 == 0 ? Other : Samples.Plant, Samples.Id(300 + (i % 3)), Samples.Id(400 + (i % 2)),
                    text: i % 10 == 0 ? "Pédale cassée" : null),
                new Report(Samples.Id(7), at, at));
            if (i % 6 == 0)
            {
                Assert.Null(alert.Acknowledge(Pilot(alert.PlantId, i), null, at));
            }

            if (i % 6 == 1)
            {
                Assert.Null(alert.Cancel(Pilot(alert.PlantId, i), "fausse alerte", null, at));
            }

            _alerts.Add(alert);
        }

        await store.Write((IAlertStore alerts) => _alerts.ForEach(alerts.Add));
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Theory]
    [InlineData(AlertOrder.NewestFirst)]
    [InlineData(AlertOrder.OldestFirst)]
    [InlineData(AlertOrder.WorstFirst)]
    [InlineData(AlertOrder.Number)]
    public async Task Pages_of_seven_show_each_alert_once_in_order_in_both_directions(AlertOrder order)
    {
        var forward = await Walk(order, backward: false);
        var backward = await Walk(order, backward: true);

        Assert.Equal(60, forward.Distinct().Count());
        Assert.Equal(forward, backward);
        var at = forward.Select(id => _alerts.Single(a => a.Id == id)).ToList();
        Assert.Equal(at.OrderBy(Key).Select(Key), at.Select(Key));

        (long, long) Key(Alert alert) => order switch
        {
            AlertOrder.NewestFirst => (-alert.RaisedAt.Ticks, 0),
            AlertOrder.OldestFirst => (alert.RaisedAt.Ticks, 0),
            AlertOrder.WorstFirst => ((int)alert.Severity, alert.RaisedAt.Ticks),
            _ => (long.Parse(alert.Number.AsSpan(7), System.Globalization.CultureInfo.InvariantCulture), 0),
        };
    }

    [Fact]
    public async Task A_page_continues_where_it_ended_although_newer_alerts_came()
    {
        var first = await List(new(), new(10, null, null, null, WantsTotal: false));
        var late = Alert.Raise("A-2026-000099", Samples.Problem(AlertKind.Other), Report.BySystem(Samples.Start.AddDays(1)));
        await store.Write((IAlertStore alerts) => alerts.Add(late));

        var second = await List(new(), new(10, first.Items[^1].Cursor, null, null, WantsTotal: true));

        Assert.Equal(Newest(_ => true).Skip(10).Take(10), second.Items.Select(i => i.Item.Id));
        Assert.Equal((true, true, 61, null), (second.HasNext, second.HasPrevious, second.TotalCount, first.TotalCount));
    }

    public static TheoryData<string> Filters => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_it_says_and_nothing_else(string name)
    {
        var (filter, expected) = Cases[name];
        foreach (var order in Enum.GetValues<AlertOrder>())
        {
            var page = await store.Ask((IAlertReader r) => r.List(
                [Samples.Plant, Other], filter, order, new(100, null, null, null, WantsTotal: true), default));
            Assert.Equal(_alerts.Where(expected).Select(a => a.Id).Order(), page.Items.Select(i => i.Item.Id).Order());
            Assert.NotEmpty(page.Items);
            Assert.Equal(page.Items.Count, page.TotalCount);
        }
    }

    [Fact]
    public async Task Nobody_sees_another_plants_alerts()
    {
        var page = await store.Ask((IAlertReader r) => r.List(
            [Other], new(PlantIds: [Samples.Plant, Other]), AlertOrder.NewestFirst, new(100, null, null, null, WantsTotal: true), default));
        Assert.Equal(_alerts.Count(a => a.PlantId == Other), page.TotalCount);
        Assert.Empty((await store.Ask((IAlertReader r) => r.List(
            [], new(), AlertOrder.NewestFirst, new(100, null, null, null, WantsTotal: false), default))).Items);
        Assert.Equal(
            _alerts.Where(a => a.PlantId == Other && a.IsOpen).Select(a => a.Id).Order(),
            (await store.Ask((IAlertReader r) => r.Open([Other], default))).Select(a => a.Id).Order());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("W10=")]
    [InlineData("W1tdLDFd")]
    public async Task A_cursor_of_another_list_is_told_apart(string cursor) =>
        await Assert.ThrowsAsync<UnreadableCursorException>(() => List(new(), new(10, cursor, null, null, WantsTotal: false)));

    [Fact]
    public async Task A_filter_of_more_values_or_words_than_a_list_looks_for_is_told_apart()
    {
        Guid[] many = [.. Enumerable.Range(100_000, 40_000).Select(n => Samples.Id(n))];
        var words = string.Join(' ', Enumerable.Repeat("vis", 5_000));

        await Assert.ThrowsAsync<FilterTooLargeException>(() => List(new(ProductIds: many), new(10, null, null, null, WantsTotal: true)));
        await Assert.ThrowsAsync<FilterTooLargeException>(() => List(new(Text: words), new(10, null, null, null, WantsTotal: true)));
        Assert.Empty((await List(new(OwnerIds: many[..1_000], LineIds: many[..1_000]), new(10, null, null, null, WantsTotal: true))).Items);
    }

    private static readonly Dictionary<string, (AlertFilter Filter, Func<Alert, bool> Expected)> Cases = new(StringComparer.Ordinal)
    {
        ["open states"] = (new(States: [AlertState.Raised, AlertState.Acknowledged]), a => a.IsOpen),
        ["a past state"] = (new(States: [AlertState.Cancelled]), a => a.State == AlertState.Cancelled),
        ["kinds"] = (new(Kinds: [AlertKind.Safety, AlertKind.Other]), a => a.Kind is AlertKind.Safety or AlertKind.Other),
        ["severities"] = (new(Severities: [Severity.Minor]), a => a.Severity == Severity.Minor),
        ["plants"] = (new(PlantIds: [Other]), a => a.PlantId == Other),
        ["areas"] = (new(AreaIds: [Samples.Id(400)]), a => a.AreaId == Samples.Id(400)),
        ["lines"] = (new(LineIds: [Samples.Id(300), Samples.Id(301)]), a => a.LineId != Samples.Id(302)),
        ["stations"] = (new(StationIds: [Samples.Id(105)]), a => a.PlaceId == Samples.Id(105)),
        ["products and states"] = (
            new(ProductIds: [Samples.Id(201)], States: [AlertState.Raised]),
            a => a.ProductId == Samples.Id(201) && a.State == AlertState.Raised),
        ["owners"] = (new(OwnerIds: [Samples.Id(512)]), a => a.OwnerId == Samples.Id(512)),
        ["an interval"] = (
            new(RaisedFrom: Samples.Start.AddMinutes(3), RaisedTo: Samples.Start.AddMinutes(6)),
            a => a.RaisedAt >= Samples.Start.AddMinutes(3) && a.RaisedAt < Samples.Start.AddMinutes(6)),
        ["text without accents"] = (new(Text: "CASSEE pedale"), a => a.Description is not null),
        ["a piece of the number"] = (new(Text: "000017"), a => a.Number == "A-2026-000017"),
        ["the number as text"] = (new(Text: "a-2026-000017 "), a => a.Number == "A-2026-000017"),
        ["the number"] = (new(Number: "A-2026-000017"), a => a.Number == "A-2026-000017"),
        ["nothing"] = (new(), _ => true),
    };

    private static Actor Pilot(Guid plant, int number) =>
        new(Samples.Id(500 + number), "Paul", Language.Fr, [new(plant, Role.Manager, [])]);

    private IEnumerable<Guid> Newest(Func<Alert, bool> which) =>
        _alerts.Where(which).OrderByDescending(a => a.RaisedAt).ThenByDescending(a => a.Id.ToString(), StringComparer.Ordinal).Select(a => a.Id);

    private Task<Page<Alert>> List(AlertFilter filter, PageRequest page) =>
        store.Ask((IAlertReader r) => r.List([Samples.Plant, Other], filter, AlertOrder.NewestFirst, page, default));

    private async Task<List<Guid>> Walk(AlertOrder order, bool backward)
    {
        List<Guid> seen = [];
        string? cursor = null;
        while (true)
        {
            var asked = backward ? new PageRequest(null, null, 7, cursor, WantsTotal: false) : new(7, cursor, null, null, WantsTotal: false);
            var page = await store.Ask((IAlertReader r) => r.List([Samples.Plant, Other], new(), order, asked, default));
            var ids = page.Items.Select(i => i.Item.Id);
            seen = backward ? [.. ids, .. seen] : [.. seen, .. ids];
            if (!(backward ? page.HasPrevious : page.HasNext))
            {
                return seen;
            }

            cursor = page.Items[backward ? 0 : ^1].Cursor;
        }
    }
}
