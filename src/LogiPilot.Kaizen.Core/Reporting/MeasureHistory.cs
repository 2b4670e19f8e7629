using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>An alert as its times are measured: steps in recorded order, with when they happened.</summary>
public sealed record AlertTrail(
    Guid AlertId, AlertKind Kind, AlertState State, Guid? AreaId, DateTimeOffset RaisedAt,
    IReadOnlyList<(TimelineKind Step, DateTimeOffset OccurredAt)> Steps);

/// <summary>A line that stood still because of an alert; until null: still does.</summary>
public sealed record LineStop(Guid LineId, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>What a supply point is now, and each change of status since an instant, in order.</summary>
public sealed record StatusTrail(Guid PointId, SupplyStatus Now, IReadOnlyList<(DateTimeOffset At, SupplyStatus Was, SupplyStatus Is)> Changes);

/// <summary>
/// The plant's past as indicators of plans are measured from it. What keys do not cover is left out; no keys: the whole plant. Periods
/// exclude their end.
/// </summary>
public interface IMeasureHistory
{
    /// <summary>Alerts that happened in a period, false alarms (cancelled) left out.</summary>
    Task<IReadOnlyList<AlertTrail>> Raised(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Stops that began before an instant, those that had ended before the period among them.</summary>
    Task<IReadOnlyList<LineStop>> LineStops(Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset to, CancellationToken cancellationToken);

    Task<IReadOnlyList<StatusTrail>> Statuses(Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Delivery lines due in a period, of the keys' products and of those that stand at their places; cancelled ones left out.</summary>
    Task<IReadOnlyList<Delivery>> Due(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>What was consumed of the keys' products at their places, in the products' units.</summary>
    Task<decimal> Consumed(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
