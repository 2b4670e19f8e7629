using System.Data.Common;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Reporting;

/// <inheritdoc cref="IMeasureHistory"/>
public sealed class MeasureHistory(StoreSession session) : IMeasureHistory
{
    /// <summary>Word for word the conditions of their indexes: that is how SQLite knows that it may use them.</summary>
    private const string IsStop = "kind IN ('LINE_STOPPED', 'LINE_RESTARTED')";
    private const string IsStatusChange = "event = 'SupplyPointChanged' AND json_extract(facts, '$.was') <> json_extract(facts, '$.is')";

    private static readonly Dictionary<string, TimelineKind> Steps = Names<TimelineKind>();
    private static readonly Dictionary<string, AlertKind> Kinds = Names<AlertKind>();
    private static readonly Dictionary<string, AlertState> States = Names<AlertState>();
    private static readonly Dictionary<string, SupplyStatus> SupplyStatuses = Names<SupplyStatus>();

    public Task<IReadOnlyList<AlertTrail>> Raised(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var found = session.Reading.Rows(
            """
            SELECT a.id, a.kind, a.place_id, a.line_id, a.area_id, a.product_id, a.state, a.raised_at FROM alerts a
            WHERE a.plant_id = @plant AND a.raised_at >= @from AND a.raised_at < @to AND +a.state <> 'CANCELLED'
            """,
            r => (Id: r.GetGuid(0), Kind: Kinds[r.GetString(1)], IsCovered: Covers(keys, r), State: States[r.GetString(6)], AreaId: IdOf(r, 4),
                RaisedAt: Columns.ToInstant(r.GetInt64(7))),
            ("plant", plantId), ("from", from), ("to", to)).Where(a => a.IsCovered).ToList();
        var steps = session.Reading.Rows(
            """
            SELECT t.alert_id, t.kind, t.occurred_at FROM timeline_entries t
            WHERE t.alert_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.alert_id, t.position
            """,
            r => (AlertId: r.GetGuid(0), Step: Steps[r.GetString(1)], At: Columns.ToInstant(r.GetInt64(2))),
            ("ids", Columns.FromIds(found.Select(a => a.Id)))).ToLookup(s => s.AlertId, s => (s.Step, s.At));
        return Task.FromResult<IReadOnlyList<AlertTrail>>(
            [.. found.Select(a => new AlertTrail(a.Id, a.Kind, a.State, a.AreaId, a.RaisedAt, [.. steps[a.Id]]))]);
    }

    public Task<IReadOnlyList<LineStop>> LineStops(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var steps = session.Reading.Rows(
            $"""
            SELECT a.id, a.kind, a.place_id, a.line_id, a.area_id, a.product_id, e.kind, e.occurred_at
            FROM timeline_entries e INDEXED BY timeline_entries_stops CROSS JOIN alerts a ON a.id = e.alert_id
            WHERE e.{IsStop} AND e.occurred_at < @to AND a.plant_id = @plant AND a.line_id IS NOT NULL ORDER BY a.id, e.position
            """,
            r => (Id: r.GetGuid(0), IsCovered: Covers(keys, r), LineId: r.GetGuid(3), Step: Steps[r.GetString(6)], At: Columns.ToInstant(r.GetInt64(7))),
            ("to", to), ("plant", plantId)).Where(s => s.IsCovered);
        var stops = new List<LineStop>();
        foreach (var alert in steps.GroupBy(s => s.Id))
        {
            LineStop? open = null;
            foreach (var step in alert)
            {
                if (step.Step == TimelineKind.LineStopped)
                {
                    open ??= new LineStop(step.LineId, step.At, null);
                }
                else if (open is not null)
                {
                    stops.Add(open with { Until = step.At });
                    open = null;
                }
            }

            stops.AddRange(open is null ? [] : [open]);
        }

        return Task.FromResult<IReadOnlyList<LineStop>>(stops);
    }

    public Task<IReadOnlyList<StatusTrail>> Statuses(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var points = PointsOf(plantId, keys);
        var changes = session.Reading.Rows(
            $"""
            SELECT l.subject_id, l.at, json_extract(l.facts, '$.was'), json_extract(l.facts, '$.is') FROM change_log l INDEXED BY change_log_statuses
            WHERE {IsStatusChange} AND l.subject_id IN (SELECT value FROM json_each(@ids)) AND l.at >= @since ORDER BY l.subject_id, l.sequence
            """,
            r => (PointId: r.GetGuid(0), At: Columns.ToInstant(r.GetInt64(1)), Was: SupplyStatuses[r.GetString(2)], Is: SupplyStatuses[r.GetString(3)]),
            ("ids", Columns.FromIds(points.Select(p => p.Id))), ("since", since)).ToLookup(c => c.PointId, c => (c.At, c.Was, c.Is));
        return Task.FromResult<IReadOnlyList<StatusTrail>>([.. points.Select(p => new StatusTrail(p.Id, p.Status, [.. changes[p.Id]]))]);
    }

    public Task<IReadOnlyList<Delivery>> Due(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var isAny = keys.Count == 0 || keys.Any(k => k is { ProductId: null, PlaceId: null });
        HashSet<Guid> products = [.. keys.Select(k => k.ProductId).OfType<Guid>()];
        var atPlaces = keys.Where(k => k is { ProductId: null, PlaceId: not null }).Select(k => k with { Family = null }).ToList();
        if (!isAny && atPlaces.Count > 0)
        {
            products.UnionWith(PointsOf(plantId, atPlaces).Select(p => p.ProductId));
        }

        return Task.FromResult<IReadOnlyList<Delivery>>(
        [
            .. session.Reading.List<Delivery>(
                "WHERE t.plant_id = @plant AND t.due_at >= @from AND t.due_at < @to AND t.state <> 'CANCELLED'",
                ("plant", plantId), ("from", from), ("to", to)).Where(d => isAny || products.Contains(d.ProductId)),
        ]);
    }

    public Task<decimal> Consumed(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => Task.FromResult(
        session.Reading.Rows(
            """
            SELECT m.product_id, m.from_place_id, p.line_id, p.area_id, sum(m.quantity)
            FROM movements m INDEXED BY movements_occurred LEFT JOIN places p ON p.id = m.from_place_id
            WHERE m.plant_id = @plant AND m.occurred_at >= @from AND m.occurred_at < @to AND m.kind = 'CONSUMPTION' GROUP BY 1, 2
            """,
            r => keys.Count == 0 || keys.Any(k => (k with { Family = null }).IsAt(IdOf(r, 1), IdOf(r, 2), IdOf(r, 3), IdOf(r, 0)))
                ? Columns.ToQuantity(r.GetInt64(4))
                : 0m,
            ("plant", plantId), ("from", from), ("to", to)).Sum());

    private List<(Guid Id, Guid ProductId, SupplyStatus Status)> PointsOf(Guid plantId, IReadOnlyList<PlanKey> keys) =>
    [
        .. session.Reading.Rows(
            "SELECT p.id, p.product_id, p.place_id, p.line_id, p.area_id, p.status FROM supply_points p WHERE p.plant_id = @plant",
            r => (Id: r.GetGuid(0), ProductId: r.GetGuid(1), Status: SupplyStatuses[r.GetString(5)],
                IsCovered: keys.Count == 0 || keys.Any(k => k.IsOfFamily(AlertKind.StockOut) && k.IsAt(IdOf(r, 2), IdOf(r, 3), IdOf(r, 4), r.GetGuid(1)))),
            ("plant", plantId)).Where(p => p.IsCovered).Select(p => (p.Id, p.ProductId, p.Status)),
    ];

    /// <summary>Of a row that begins with id, kind, place, line, area and product of an alert.</summary>
    private static bool Covers(IReadOnlyList<PlanKey> keys, DbDataReader row) => keys.Count == 0 || keys.Any(
        k => k.IsOfFamily(Kinds[row.GetString(1)]) && k.IsAt(IdOf(row, 2), IdOf(row, 3), IdOf(row, 4), IdOf(row, 5)));

    private static Guid? IdOf(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetGuid(ordinal);

    private static Dictionary<string, TEnum> Names<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ToDictionary(v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()), StringComparer.Ordinal);
}
