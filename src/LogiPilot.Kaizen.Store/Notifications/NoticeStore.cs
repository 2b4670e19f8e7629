using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="INoticeStore"/>
public sealed class NoticeStore(StoreSession session) : INoticeStore
{
    internal const string OfPerson = "WHERE t.person_id = @person";

    public Task<bool> Add(Notice notice, CancellationToken cancellationToken) =>
        Task.FromResult(Table<Notice>.Mapped.InsertOnce(session.Writing, notice));

    public Task<IReadOnlyList<Notice>> Of(Guid personId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Notice>>(session.Reading.List<Notice>(
            "WHERE t.id IN (SELECT value FROM json_each(@ids)) AND +t.person_id = @person", ("ids", Columns.FromIds(ids)), ("person", personId)));

    public Task<IReadOnlyList<Notice>> Unread(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Notice>>(session.Reading.List<Notice>(
            "INDEXED BY notices_unread " + OfPerson + " AND t.read_at IS NULL ORDER BY t.position", ("person", personId)));

    public void Save(Notice notice) => Table<Notice>.Mapped.Update(session.Writing, notice);

    public Task<NoticePreferences?> FindPreferences(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<NoticePreferences>(OfPerson, ("person", personId)));

    public void Save(NoticePreferences preferences) => Table<NoticePreferences>.Mapped.Upsert(session.Writing, preferences);
}
