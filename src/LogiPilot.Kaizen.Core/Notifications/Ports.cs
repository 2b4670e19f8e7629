using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Notices and preferences as the writer sees them.</summary>
public interface INoticeStore
{
    /// <summary>Keeps a new notice; false, and nothing kept, when the person was told of the event before.</summary>
    Task<bool> Add(Notice notice, CancellationToken cancellationToken);

    /// <summary>Those of a person among the ids.</summary>
    Task<IReadOnlyList<Notice>> Of(Guid personId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<Notice>> Unread(Guid personId, CancellationToken cancellationToken);

    void Save(Notice notice);

    Task<NoticePreferences?> FindPreferences(Guid personId, CancellationToken cancellationToken);

    void Save(NoticePreferences preferences);
}

/// <summary>What is to be sent, as the writer sees it.</summary>
public interface IOutboxStore
{
    /// <summary>Keeps a new row; false, and nothing kept, when there is one of its event, addressee and channel.</summary>
    Task<bool> Add(OutboxItem item, CancellationToken cancellationToken);

    Task<OutboxItem?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// The row of a channel due longest: waiting, or claimed by somebody whose claim has lapsed. Not one to a webhook that is being
    /// called, or is left in peace (<see cref="WebhookSilence"/>).
    /// </summary>
    Task<OutboxItem?> NextDue(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What waits to be sent to a webhook, oldest first.</summary>
    Task<IReadOnlyList<OutboxItem>> WaitingFor(Guid webhookId, CancellationToken cancellationToken);

    /// <summary>Held rows whose hold has ended, but for those to some people, oldest first.</summary>
    Task<IReadOnlyList<OutboxItem>> HoldEnded(
        DateTimeOffset now, IReadOnlyCollection<Guid> exceptPeople, int limit, CancellationToken cancellationToken);

    /// <summary>What is held for a person, oldest first.</summary>
    Task<IReadOnlyList<OutboxItem>> HeldFor(Guid personId, CancellationToken cancellationToken);

    /// <summary>The rows of notices in the application that no device has confirmed.</summary>
    Task<IReadOnlyList<OutboxItem>> Unconfirmed(IReadOnlyCollection<Guid> noticeIds, CancellationToken cancellationToken);

    void Save(OutboxItem item);
}

/// <summary>Filters of the outbox; an absent (null) one does not filter.</summary>
public sealed record OutboxFilter(
    IReadOnlyList<Guid>? PlantIds = null, IReadOnlyList<OutboxState>? States = null, IReadOnlyList<NoticeChannel>? Channels = null,
    IReadOnlyList<Guid>? PersonIds = null);

/// <summary>Notices and the outbox for reading, newest first.</summary>
public interface INoticeReader
{
    /// <summary>What a person was told of the plants given; none means none.</summary>
    Task<Page<Notice>> List(
        Guid personId, IReadOnlyCollection<Guid> plants, bool unreadOnly, PageRequest page, CancellationToken cancellationToken);

    /// <inheritdoc cref="List"/>
    Task<int> CountUnread(Guid personId, IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    Task<IReadOnlyList<Notice>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<NoticePreferences?> FindPreferences(Guid personId, CancellationToken cancellationToken);

    Task<OutboxItem?> FindItem(Guid id, CancellationToken cancellationToken);

    /// <summary>Limited to the plants given; none means none.</summary>
    Task<Page<OutboxItem>> Outbox(
        IReadOnlyCollection<Guid> plants, OutboxFilter filter, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>A webhook that an event is sent to.</summary>
public sealed record WebhookTarget(Guid Id, string Address);

/// <summary>Says which webhooks of a plant want an event.</summary>
public interface IWebhookTargets
{
    Task<IReadOnlyList<WebhookTarget>> For(NoticeEvent happened, CancellationToken cancellationToken);
}

/// <summary>
/// The secret address of a person's calendar: only the SHA-256 of what was handed out is kept (hexadecimal, lower case). A new one
/// revokes the one before.
/// </summary>
public sealed record CalendarLink(Guid Id, Guid PersonId, string Hash, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt = null);

/// <summary>Calendar links. Writing joins the running command.</summary>
public interface ICalendarLinkStore
{
    /// <summary>The link with this hash, unless it was revoked.</summary>
    Task<CalendarLink?> FindByHash(string hash, CancellationToken cancellationToken);

    void Add(CalendarLink link);

    void RevokeAll(Guid personId, DateTimeOffset at);
}

/// <summary>What the sweeps of this room have done, so that each does it once.</summary>
public interface INoticeRuns
{
    /// <summary>Remembers something as done; false when it was before.</summary>
    Task<bool> Begin(string key, DateTimeOffset at, CancellationToken cancellationToken);
}
