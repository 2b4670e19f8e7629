using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="IOutboxStore"/>
public sealed class OutboxStore(StoreSession session) : IOutboxStore
{
    public Task<bool> Add(OutboxItem item, CancellationToken cancellationToken) =>
        Task.FromResult(Table<OutboxItem>.Mapped.InsertOnce(session.Writing, item));

    public Task<OutboxItem?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<OutboxItem>("WHERE t.id = @id", ("id", id)));

    public Task<OutboxItem?> NextDue(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<OutboxItem>(
            """
            INDEXED BY outbox_due WHERE t.channel = @channel AND t.state IN ('WAITING', 'SENDING') AND t.due_at IS NOT NULL
            AND t.due_at <= @now
            AND NOT EXISTS (SELECT 1 FROM webhook_silences s WHERE s.webhook_id = t.webhook_id AND s.until > @now)
            AND NOT EXISTS (
                SELECT 1 FROM outbox o INDEXED BY outbox_to_webhook
                WHERE o.webhook_id = t.webhook_id AND o.state = 'SENDING' AND o.due_at > @now)
            ORDER BY t.due_at, t.position LIMIT 1
            """,
            ("channel", channel), ("now", now)));

    public Task<IReadOnlyList<OutboxItem>> WaitingFor(Guid webhookId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>(session.Reading.List<OutboxItem>(
            "INDEXED BY outbox_to_webhook WHERE t.webhook_id = @webhook AND t.state = 'WAITING' ORDER BY t.position", ("webhook", webhookId)));

    public Task<IReadOnlyList<OutboxItem>> HoldEnded(
        DateTimeOffset now, IReadOnlyCollection<Guid> exceptPeople, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>(session.Reading.List<OutboxItem>(
            """
            INDEXED BY outbox_held WHERE t.state = 'HELD' AND t.due_at <= @now
            AND t.person_id NOT IN (SELECT value FROM json_each(@except)) ORDER BY t.due_at, t.position LIMIT @limit
            """,
            ("now", now), ("except", Columns.FromIds(exceptPeople)), ("limit", limit)));

    public Task<IReadOnlyList<OutboxItem>> HeldFor(Guid personId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>(session.Reading.List<OutboxItem>(
            "INDEXED BY outbox_held_for WHERE t.state = 'HELD' AND t.person_id = @person ORDER BY t.position", ("person", personId)));

    public Task<IReadOnlyList<OutboxItem>> Unconfirmed(IReadOnlyCollection<Guid> noticeIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>(session.Reading.List<OutboxItem>(
            """
            INDEXED BY outbox_of_notice WHERE t.notice_id IN (SELECT value FROM json_each(@ids)) AND t.notice_id IS NOT NULL
            AND t.channel = 'APP' AND t.state = 'WAITING' ORDER BY t.position
            """,
            ("ids", Columns.FromIds(noticeIds))));

    public void Save(OutboxItem item) => Table<OutboxItem>.Mapped.Update(session.Writing, item);
}
