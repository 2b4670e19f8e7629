using System.Data.Common;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Reporting;

/// <inheritdoc cref="IAlarmHistory"/>
public sealed class AlarmHistory(StoreSession session) : IAlarmHistory
{
    /// <summary>Word for word the condition of the index of these steps: that is how SQLite knows that it may use it.</summary>
    private const string IsTurn =
        "kind IN ('RAISED', 'REOPENED', 'CONDITION_RETURNED', 'JOINED', 'CONDITION_CLEARED', 'RESOLVED', 'CANCELLED')";

    private static readonly Dictionary<string, TimelineKind> Steps = Names<TimelineKind>();
    private static readonly Dictionary<string, AlertKind> Kinds = Names<AlertKind>();

    public Task<IReadOnlyList<AlarmTrace>> Traces(
        Guid plantId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var traces = new List<AlarmTrace>();
        var steps = new List<(TimelineKind Step, DateTimeOffset OccurredAt)>();

        // What turned in the period, what is open still, and what was open all through it and turned later.
        session.Reading.Rows(
            $"""
            WITH concerned AS (
                SELECT e.alert_id AS id FROM timeline_entries e INDEXED BY timeline_entries_turns
                WHERE e.{IsTurn} AND e.occurred_at >= @from AND e.occurred_at < @to
                UNION SELECT a.id FROM alerts a INDEXED BY alerts_open_problem
                WHERE a.state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED') AND a.plant_id = @plant AND a.raised_at < @to
                UNION SELECT e.alert_id FROM timeline_entries e INDEXED BY timeline_entries_turns JOIN alerts a ON a.id = e.alert_id
                WHERE e.{IsTurn} AND e.occurred_at >= @to AND a.raised_at < @from)
            SELECT a.id, a.kind, a.place_id, a.line_id, a.product_id, a.supplier_order, a.supply_point_id, a.raised_at, s.kind, s.occurred_at
            FROM concerned c CROSS JOIN alerts a ON a.id = c.id CROSS JOIN timeline_entries s ON s.alert_id = a.id
            WHERE a.plant_id = @plant AND s.{IsTurn}
            ORDER BY a.id, s.position
            """,
            row =>
            {
                if (traces.Count == 0 || traces[^1].AlertId != row.GetGuid(0))
                {
                    steps = [];
                    traces.Add(Read(row, steps));
                }

                steps.Add((Steps[row.GetString(8)], Columns.ToInstant(row.GetInt64(9))));
                return steps.Count;
            },
            ("from", from), ("to", to), ("plant", plantId));
        return Task.FromResult<IReadOnlyList<AlarmTrace>>(traces);
    }

    private static AlarmTrace Read(DbDataReader row, IReadOnlyList<(TimelineKind Step, DateTimeOffset OccurredAt)> steps) => new(
        row.GetGuid(0), Kinds[row.GetString(1)], IdOf(row, 2), IdOf(row, 3), IdOf(row, 4), row.IsDBNull(5) ? null : row.GetString(5),
        IdOf(row, 6), Columns.ToInstant(row.GetInt64(7)), steps);

    private static Guid? IdOf(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetGuid(ordinal);

    private static Dictionary<string, TEnum> Names<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ToDictionary(v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()), StringComparer.Ordinal);
}
