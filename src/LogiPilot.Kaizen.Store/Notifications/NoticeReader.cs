using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="INoticeReader"/>
public sealed class NoticeReader(StoreSession session) : INoticeReader
{
    /// <summary>Of one filter, so many values are looked up one by one in its index; more are checked row by row.</summary>
    private const int MostLookups = 40;

    public Task<Page<Notice>> List(
        Guid personId, IReadOnlyCollection<Guid> plants, bool unreadOnly, PageRequest page, CancellationToken cancellationToken)
    {
        var query = new ListQuery<Notice>().Each("t.person_id", [personId]).In("t.plant_id", [.. plants]);
        _ = unreadOnly ? query.Where("t.read_at IS NULL") : query;
        return Task.FromResult(query.Read(session.Reading, page, descending: true, "t.position"));
    }

    public Task<int> CountUnread(Guid personId, IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Task.FromResult((int)session.Reading.Number(
            """
            SELECT count(*) FROM notices t INDEXED BY notices_unread
            WHERE t.person_id = @person AND t.read_at IS NULL AND t.plant_id IN (SELECT value FROM json_each(@plants))
            """,
            ("person", personId), ("plants", Columns.FromIds(plants))));

    public Task<IReadOnlyList<Notice>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Notice>>(session.Reading.List<Notice>(
            "WHERE t.id IN (SELECT value FROM json_each(@ids)) ORDER BY t.position", ("ids", Columns.FromIds(ids))));

    public Task<NoticePreferences?> FindPreferences(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<NoticePreferences>(NoticeStore.OfPerson, ("person", personId)));

    public Task<OutboxItem?> FindItem(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<OutboxItem>("WHERE t.id = @id", ("id", id)));

    public Task<Page<OutboxItem>> Outbox(
        IReadOnlyCollection<Guid> plants, OutboxFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        Guid[] seen = [.. plants.Only(filter.PlantIds)];
        var query = new ListQuery<OutboxItem>().In("t.channel", filter.Channels);
        _ = filter.PersonIds is { Count: <= MostLookups } people
            ? query.Each("t.person_id", people).In("t.plant_id", seen).In("t.state", filter.States)
            : filter.States is not null
            ? query.Each("t.state", filter.States).In("t.plant_id", seen).In("t.person_id", filter.PersonIds)
            : query.Each("t.plant_id", seen).In("t.person_id", filter.PersonIds);
        return Task.FromResult(query.Read(session.Reading, page, descending: true, "t.position"));
    }
}
