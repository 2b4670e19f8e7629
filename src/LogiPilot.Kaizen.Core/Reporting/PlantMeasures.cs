using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// Measures the indicators of plans from the plant's data, one definition each ("Indicators"): alerts by when they happened; times of alerts
/// as medians in working minutes; stopped and out of stock by the clock. Of a day that runs, what has passed counts.
/// </summary>
public sealed class PlantMeasures(IMeasureHistory history, IDirectory directory, TimeProvider clock) : IMeasureSource
{
    private static readonly TimelineKind[] Takes =
        [TimelineKind.Acknowledged, TimelineKind.Confirmed, TimelineKind.Started, TimelineKind.TakenOver, TimelineKind.Resolved];

    public async Task<MeasuredPeriod> Measure(
        MeasureSource source, Guid plantId, IReadOnlyList<PlanKey> keys, Exposure exposure, DateOnly from, DateOnly to,
        CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        var zone = people.Calendar(plantId, null).Zone;
        var (now, begins, ends) = (clock.GetUtcNow(), LocalTime.StartOf(from, zone), LocalTime.StartOf(to.AddDays(1), zone));
        var asked = new Asked(plantId, keys, begins, ends < now ? ends : now, people);
        var found = await Value(source, asked, cancellationToken);
        var exposed = await Exposed(exposure, asked, cancellationToken);
        return new MeasuredPeriod(from, to, found.Value, exposed * found.Known, found.Points);
    }

    private async Task<Found> Value(MeasureSource source, Asked asked, CancellationToken cancellationToken) => source switch
    {
        MeasureSource.Manual => new(0, 0),
        MeasureSource.Alerts => Count(await Raised(asked, cancellationToken)),
        MeasureSource.StockOuts => Count((await Raised(asked, cancellationToken)).Where(a => a.Kind == AlertKind.StockOut)),
        MeasureSource.TimeToAcknowledge => Median(asked, await Raised(asked, cancellationToken), TakenAt),
        MeasureSource.TimeToResolve => Median(asked, await Raised(asked, cancellationToken), ResolvedAt),
        MeasureSource.LineStopMinutes => Stopped(
            asked, await history.LineStops(asked.PlantId, asked.Keys, asked.Ends, cancellationToken)),
        MeasureSource.StockOutHours => OutOfStock(
            asked, await history.Statuses(asked.PlantId, asked.Keys, asked.Begins, cancellationToken)),
        MeasureSource.LateDeliveries => Late(
            await history.Due(asked.PlantId, asked.Keys, asked.Begins, asked.Ends, cancellationToken)),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No such source."),
    };

    private async Task<decimal> Exposed(Exposure exposure, Asked asked, CancellationToken cancellationToken) => exposure switch
    {
        Exposure.WorkingHours => (decimal)asked.People.Calendar(asked.PlantId, null).WorkingTime(asked.Begins, asked.Ends).TotalHours,
        Exposure.UnitsMade => await history.Consumed(asked.PlantId, asked.Keys, asked.Begins, asked.Ends, cancellationToken),
        _ => (await history.Due(asked.PlantId, asked.Keys, asked.Begins, asked.Ends, cancellationToken)).Count,
    };

    private Task<IReadOnlyList<AlertTrail>> Raised(Asked asked, CancellationToken cancellationToken) =>
        history.Raised(asked.PlantId, asked.Keys, asked.Begins, asked.Ends, cancellationToken);

    private static Found Count(IEnumerable<AlertTrail> alerts)
    {
        var count = alerts.Count();
        return new(count, count);
    }

    /// <summary>Of an alert that was resolved unacknowledged, its resolving.</summary>
    private static DateTimeOffset? TakenAt(AlertTrail alert) =>
        alert.Steps.Where(s => Takes.Contains(s.Step)).Select(s => (DateTimeOffset?)s.OccurredAt).FirstOrDefault();

    private static DateTimeOffset? ResolvedAt(AlertTrail alert) => alert.State is AlertState.Resolved or AlertState.Closed
        ? alert.Steps.Where(s => s.Step == TimelineKind.Resolved).Select(s => (DateTimeOffset?)s.OccurredAt).LastOrDefault()
        : null;

    private static Found Median(Asked asked, IReadOnlyList<AlertTrail> alerts, Func<AlertTrail, DateTimeOffset?> until)
    {
        var minutes = alerts
            .Select(a => until(a) is { } at ? (decimal?)asked.People.Calendar(asked.PlantId, a.AreaId).WorkingTime(a.RaisedAt, at).TotalMinutes : null)
            .OfType<decimal>().Order().ToList();
        var middle = minutes.Count / 2;
        return minutes.Count == 0 ? new(0, 0)
            : new(minutes.Count % 2 == 1 ? minutes[middle] : (minutes[middle - 1] + minutes[middle]) / 2, minutes.Count);
    }

    /// <summary>A line stands still once, however many alerts stop it.</summary>
    private static Found Stopped(Asked asked, IReadOnlyList<LineStop> stops)
    {
        var (minutes, count) = (TimeSpan.Zero, 0);
        foreach (var line in stops.GroupBy(s => s.LineId))
        {
            var counted = asked.Begins;
            foreach (var stop in line.OrderBy(s => s.From))
            {
                var (from, until) = (Later(stop.From, counted), Earlier(stop.Until ?? asked.Ends, asked.Ends));
                if (until > from)
                {
                    (minutes, count, counted) = (minutes + (until - from), count + 1, until);
                }
            }
        }

        return new((decimal)minutes.TotalMinutes, count);
    }

    /// <summary>Time in which a status was unknown is neither in stock nor out of it: so much of the period was not seen.</summary>
    private static Found OutOfStock(Asked asked, IReadOnlyList<StatusTrail> points)
    {
        var (isOut, unknown, count) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        foreach (var point in points)
        {
            var (at, status) = (asked.Begins, point.Changes.Count > 0 ? point.Changes[0].Was : point.Now);
            foreach (var (changedAt, _, next) in point.Changes.Where(c => c.At < asked.Ends).Append((asked.Ends, default, default)))
            {
                var until = Later(changedAt, at);
                isOut += status == SupplyStatus.StockOut ? until - at : TimeSpan.Zero;
                unknown += status == SupplyStatus.Unknown ? until - at : TimeSpan.Zero;
                count += status == SupplyStatus.StockOut && until > at ? 1 : 0;
                (at, status) = (until, next);
            }
        }

        var all = (asked.Ends - asked.Begins) * points.Count;
        return new((decimal)isOut.TotalHours, count, all > TimeSpan.Zero ? 1 - (decimal)(unknown / all) : 1);
    }

    /// <summary>Shipped or received after it was due, or not here yet.</summary>
    private static Found Late(IReadOnlyList<Delivery> due) =>
        new(due.Count(d => d.State == DeliveryState.Late || d.ShippedAt > d.DueAt || d.ReceivedAt > d.DueAt), due.Count);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed record Asked(
        Guid PlantId, IReadOnlyList<PlanKey> Keys, DateTimeOffset Begins, DateTimeOffset Ends, OrganisationPicture People);

    /// <summary>A value, the number of things that it comes from, and which share of the period was seen.</summary>
    private sealed record Found(decimal Value, int Points, decimal Known = 1);
}
