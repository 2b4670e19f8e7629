using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IHandoverStore"/>
public sealed class HandoverStore(StoreSession session) : IHandoverStore
{
    public Task<ShiftHandover?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<ShiftHandover>("WHERE t.id = @id", ("id", id)));

    public Task<ShiftHandover?> Of(Guid plantId, Guid? areaId, DateTimeOffset shiftEndsAt, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<ShiftHandover>(
            "WHERE t.plant_id = @plant AND ifnull(t.area_id, '') = ifnull(@area, '') AND t.shift_ends_at = @ends",
            ("plant", plantId), ("area", areaId), ("ends", shiftEndsAt)));

    public Task<IReadOnlyList<ShiftHandover>> Due(
        DateTimeOffset now, IReadOnlyCollection<Guid> except, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ShiftHandover>>(session.Reading.List<ShiftHandover>(
            "WHERE t.due_at <= @now AND t.id NOT IN (SELECT value FROM json_each(@except)) ORDER BY t.due_at LIMIT @limit",
            ("now", now), ("except", Columns.FromIds(except)), ("limit", limit)));

    public Task<Page<ShiftHandover>> List(IReadOnlyCollection<Guid> plants, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new ListQuery<ShiftHandover>().Each("t.plant_id", plants)
            .Read(session.Reading, page, descending: true, "t.signed_at", "t.id"));

    public Task<IReadOnlyList<Alert>> ClearedUntaken(
        Guid plantId, Guid? areaId, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>(session.Reading.List<Alert>(
            $"""
            INDEXED BY alerts_cleared_untaken
            WHERE t.plant_id = @plant AND t.resolved_at >= @since AND t.cause_code = '{AlertCauses.ClearedUntaken}'
                AND (@area IS NULL OR +t.area_id = @area)
            ORDER BY t.resolved_at
            """,
            ("plant", plantId), ("since", since), ("area", areaId)));

    public void Add(ShiftHandover handover) => Table<ShiftHandover>.Mapped.Insert(session.Writing, handover);

    public void Save(ShiftHandover handover) => Table<ShiftHandover>.Mapped.Update(session.Writing, handover);
}
