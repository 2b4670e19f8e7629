using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IRecurrenceReader"/>
public sealed class RecurrenceReader(StoreSession session) : IRecurrenceReader
{
    public Task<Recurrence?> Find(Guid id, CancellationToken cancellationToken) => new RecurrenceStore(session).Find(id, cancellationToken);

    public Task<IReadOnlyList<Recurrence>> List(
        IReadOnlyCollection<Guid> plants, IReadOnlyList<RecurrenceState>? states, int limit, CancellationToken cancellationToken)
    {
        var page = new ListQuery<Recurrence>().Each("t.plant_id", plants).In("t.state", states).Read(
            session.Reading, new(limit, null, null, null, WantsTotal: false), descending: true, "t.id");
        return Task.FromResult<IReadOnlyList<Recurrence>>([.. page.Items.Select(i => i.Item)]);
    }

    public Task<IReadOnlyList<RecurrenceRule>> Rules(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecurrenceRule>>(session.Reading.List<RecurrenceRule>(
            "WHERE t.plant_id IN (SELECT value FROM json_each(@plants))", ("plants", Columns.FromIds(plants))));

    public Task<IReadOnlyList<LineStep>> LineSteps(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LineStep>>(session.Reading.Rows(
            """
            SELECT t.alert_id, t.kind = 'LINE_STOPPED', t.occurred_at FROM timeline_entries t
            WHERE t.alert_id IN (SELECT value FROM json_each(@ids)) AND t.kind IN ('LINE_STOPPED', 'LINE_RESTARTED') ORDER BY t.position
            """,
            r => new LineStep(r.GetGuid(0), r.GetBoolean(1), Columns.ToInstant(r.GetInt64(2))), ("ids", Columns.FromIds(alertIds))));
}
