using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What is measured of the plant's past, against a count that walks through it minute by minute.</summary>
public abstract class PlantMeasureContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly PlantPast _past = new(7);

    public async Task InitializeAsync()
    {
        await store.Write<IOrganisationStore>(s => _past.Stations.ToList().ForEach(s.Add));
        await store.Write<IAlertStore>(s => _past.Alerts.ForEach(s.Add));
        await store.Write<ISupplyStore>(s =>
        {
            _past.Points.ForEach(s.Add);
            _past.Deliveries.ForEach(s.Add);
            _past.Movements.ForEach(s.Add);
        });
        await store.Apply(async services =>
        {
            foreach (var (happened, at) in _past.Changes)
            {
                await services.Log(happened, at);
            }

            return (Made)Samples.Plant;
        });
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Theory]
    [InlineData(0, 0, 29)]
    [InlineData(1, 3, 20)]
    [InlineData(2, 0, 13)]
    [InlineData(3, 10, 10)]
    [InlineData(0, 20, 45)]
    public async Task Each_figure_is_what_a_patient_person_counts(int which, int fromDay, int toDay)
    {
        var keys = PlantPast.KeysOf(which);
        var first = new DateOnly(2026, 1, 5);
        var (from, to) = (PlantPast.Begins.AddDays(fromDay), Earlier(PlantPast.Begins.AddDays(toDay + 1)));
        async Task<(decimal Value, decimal Exposure, int Points)> Measure(MeasureSource source, Exposure exposure)
        {
            var measured = await store.Ask((IMeasureHistory history) => new PlantMeasures(history, new Standing(), new StandingClock())
                .Measure(source, Samples.Plant, keys, exposure, first.AddDays(fromDay), first.AddDays(toDay), default));
            return (decimal.Round(measured.Value, 3), decimal.Round(measured.Exposure, 3), measured.Points);
        }

        var raised = _past.Alerts.Where(a => a.State != AlertState.Cancelled && Covers(keys, a) && a.RaisedAt >= from && a.RaisedAt < to).ToList();
        var outs = raised.Count(a => a.Kind == AlertKind.StockOut);
        var worked = decimal.Round(Minutes(from, to).Count(IsWorking) / 60m, 3);
        Assert.Equal((raised.Count, worked, raised.Count), await Measure(MeasureSource.Alerts, Exposure.WorkingHours));
        Assert.Equal((outs, worked, outs), await Measure(MeasureSource.StockOuts, Exposure.WorkingHours));

        var resolved = Times(raised.Where(a => a.ResolvedAt is not null), a => a.ResolvedAt!.Value);
        var taken = Times(raised.Where(a => (a.AcknowledgedAt ?? a.ResolvedAt) is not null), a => a.AcknowledgedAt ?? a.ResolvedAt!.Value);
        Assert.Equal((Middle(resolved), resolved.Count), Valued(await Measure(MeasureSource.TimeToResolve, Exposure.WorkingHours)));
        Assert.Equal((Middle(taken), taken.Count), Valued(await Measure(MeasureSource.TimeToAcknowledge, Exposure.WorkingHours)));

        Assert.Equal(StoppedMinutes(keys, from, to), (await Measure(MeasureSource.LineStopMinutes, Exposure.WorkingHours)).Value);

        var (hours, known) = OutOfStock(keys, from, to);
        var stock = await Measure(MeasureSource.StockOutHours, Exposure.WorkingHours);
        Assert.Equal((decimal.Round(hours, 3), decimal.Round(worked * known, 3)), (stock.Value, stock.Exposure));

        var due = _past.Deliveries.Where(d => d.State != DeliveryState.Cancelled && d.DueAt >= from && d.DueAt < to && IsOf(keys, d.ProductId)).ToList();
        var late = due.Count(d => d.ReceivedAt is null || d.ReceivedAt > d.DueAt);
        Assert.Equal((late, due.Count, due.Count), await Measure(MeasureSource.LateDeliveries, Exposure.Deliveries));

        var made = _past.Movements.Where(m => m.Kind == MovementKind.Consumption && m.OccurredAt >= from && m.OccurredAt < to && IsFrom(keys, m)).Sum(m => m.Quantity);
        Assert.Equal((0, made, 0), await Measure(MeasureSource.Manual, Exposure.UnitsMade));
    }

    private static (decimal Value, int Points) Valued((decimal Value, decimal Exposure, int Points) measured) => (measured.Value, measured.Points);

    private static DateTimeOffset Earlier(DateTimeOffset at) => at < PlantPast.Now ? at : PlantPast.Now;

    private static IEnumerable<DateTimeOffset> Minutes(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to; at = at.AddMinutes(1))
        {
            yield return at;
        }
    }

    private static bool IsWorking(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Paris);
        return local is { DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday), Hour: >= 8 and < 16 };
    }

    private static List<decimal> Times(IEnumerable<Alert> alerts, Func<Alert, DateTimeOffset> until) =>
        [.. alerts.Select(a => (decimal)Minutes(a.RaisedAt, until(a)).Count(IsWorking)).Order()];

    private static decimal Middle(List<decimal> sorted) =>
        sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private static bool Covers(PlanKey[] keys, Alert alert) => keys.Length == 0 || keys.Any(k => k.Covers(alert));

    private Place Station(Guid? id) => _past.Stations.Single(s => s.Id == id);

    private static bool Is(PlanKey key, Place station, Guid product) =>
        (key.PlaceId is null || new[] { station.Id, station.LineId, station.AreaId }.Contains(key.PlaceId)) && (key.ProductId is null || key.ProductId == product);

    private bool IsFrom(PlanKey[] keys, Movement movement) =>
        keys.Length == 0 || keys.Any(k => Is(k, Station(movement.FromPlaceId), movement.ProductId));

    /// <summary>A key without product means what stands at its place; without place too, everything. Here every station has every product.</summary>
    private static bool IsOf(PlanKey[] keys, Guid product) => keys.Length == 0 || keys.Any(k => k.ProductId is null || k.ProductId == product);

    private int StoppedMinutes(PlanKey[] keys, DateTimeOffset from, DateTimeOffset to)
    {
        var stopped = new HashSet<(Guid, DateTimeOffset)>();
        foreach (var alert in _past.Alerts.Where(a => Covers(keys, a)))
        {
            DateTimeOffset? since = null;
            foreach (var entry in Entries(alert))
            {
                if (entry.Kind == TimelineKind.LineStopped)
                {
                    since = entry.OccurredAt;
                }
                else if (entry.Kind == TimelineKind.LineRestarted && since is { } begun)
                {
                    stopped.UnionWith(Minutes(begun, entry.OccurredAt).Select(m => (alert.LineId!.Value, m)));
                    since = null;
                }
            }

            stopped.UnionWith(since is { } still ? Minutes(still, to).Select(m => (alert.LineId!.Value, m)) : []);
        }

        return stopped.Count(m => m.Item2 >= from && m.Item2 < to);
    }

    private IReadOnlyList<TimelineEntry> Entries(Alert alert) =>
        store.Ask((IAlertReader r) => r.Timelines([alert.Id], default)).GetAwaiter().GetResult()[alert.Id];

    private (decimal Hours, decimal Known) OutOfStock(PlanKey[] keys, DateTimeOffset from, DateTimeOffset to)
    {
        var (isOut, unknown, all) = (0, 0, 0);
        foreach (var point in _past.Points.Where(p => keys.Length == 0 || keys.Any(k => k.Family is null or "Supply" && Is(k, Station(p.PlaceId), p.ProductId))))
        {
            var changes = _past.Changes.Where(c => c.Event.PointId == point.Id).ToList();
            foreach (var minute in Minutes(from, to))
            {
                var status = changes.LastOrDefault(c => c.At <= minute) is { Event: { } last } ? last.Is : changes[0].Event.Was;
                all++;
                isOut += status == SupplyStatus.StockOut ? 1 : 0;
                unknown += status == SupplyStatus.Unknown ? 1 : 0;
            }
        }

        return (isOut / 60m, all == 0 ? 1 : 1 - ((decimal)unknown / all));
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => PlantPast.Now;
    }

    /// <summary>A plant in Paris that works from Monday to Friday, from eight to four.</summary>
    private sealed class Standing : IDirectory
    {
        private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

        public ValueTask<OrganisationPicture> Current(CancellationToken cancellationToken) => new(new OrganisationPicture(
            [Core.Organisation.Plant.Create(Samples.Plant, "ROA", "Roanne", "Europe/Paris", Language.Fr)], [], [],
            [PlantCalendar.Create(Samples.Id(3), Samples.Plant, null, [new Shift("J", "Jour", new(8, 0), new(16, 0), Week, [])])]));
    }
}
