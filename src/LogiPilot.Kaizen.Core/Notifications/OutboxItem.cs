using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// One thing to be sent by one channel to a person or a webhook: an event, addressee and channel have one row. Whoever sends claims it
/// for a while, sends outside the writer and records how it went; a claim that was not recorded lapses, and it is sent again.
/// </summary>
public sealed class OutboxItem
{
    public const int MostAttempts = 12;

    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private const int LongestError = 500;

    private OutboxItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid? NoticeId { get; private set; }

    public Guid? PersonId { get; private set; }

    public Guid? WebhookId { get; private set; }

    public string EventKey { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>The facts of the event, a JSON object.</summary>
    public string Arguments { get; private set; } = "{}";

    public bool IsUrgent { get; private set; }

    public NoticeChannel Channel { get; private set; }

    public string? Address { get; private set; }

    public OutboxState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When time does something with it: sends it, ends its quiet hours, lets its claim lapse; null when it cannot.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>The mail's own Message-ID, the same at every attempt.</summary>
    public string? MessageId { get; private set; }

    /// <summary>A word of the text catalogue (<c>words.error</c>), or what the other side answered, as it stands.</summary>
    public string? LastError { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>To a person, in the application (no address) or by mail; held when quiet hours end later.</summary>
    public static OutboxItem For(Notice notice, NoticeChannel channel, string? address, DateTimeOffset? heldUntil) =>
        new()
        {
            Id = Guid.CreateVersion7(notice.CreatedAt), PlantId = notice.PlantId, NoticeId = notice.Id, PersonId = notice.PersonId,
            EventKey = notice.EventKey, Kind = notice.Kind, SubjectId = notice.SubjectId, Arguments = notice.Arguments,
            IsUrgent = notice.IsUrgent, Channel = channel, Address = address,
            State = heldUntil is null ? OutboxState.Waiting : OutboxState.Held,
            DueAt = channel == NoticeChannel.App ? null : heldUntil ?? notice.CreatedAt, CreatedAt = notice.CreatedAt, Version = 1,
        };

    public static OutboxItem ForWebhook(Guid webhookId, string address, NoticeEvent happened, string arguments, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now), PlantId = happened.PlantId, WebhookId = webhookId, EventKey = happened.Key, Kind = happened.Kind,
            SubjectId = happened.SubjectId, Arguments = arguments, IsUrgent = happened.IsUrgent, Channel = NoticeChannel.Webhook,
            Address = address, State = OutboxState.Waiting, DueAt = now, CreatedAt = now, Version = 1,
        };

    /// <summary>Takes it out of the hands of others until the lease ends.</summary>
    public void Claim(DateTimeOffset now, TimeSpan lease, string messageHost)
    {
        MessageId ??= $"<{Id:N}@{messageHost}>";
        Attempts++;
        (ClaimedUntil, DueAt) = (now + lease, now + lease);
        Become(OutboxState.Sending);
    }

    public void Send(DateTimeOffset now)
    {
        (SentAt, DueAt, ClaimedUntil, LastError) = (now, null, null, null);
        Become(OutboxState.Sent);
    }

    /// <summary>Tries again later, each time twice as much later (jitter from 0 to 1 spreads it); not for ever, and not what is refused for good.</summary>
    public void Fail(string error, bool isFinal, double jitter, DateTimeOffset now)
    {
        (LastError, ClaimedUntil) = (error.Length > LongestError ? error[..LongestError] : error, null);
        if (isFinal || Attempts >= MostAttempts)
        {
            DueAt = null;
            Become(OutboxState.Dead);
            return;
        }

        DueAt = now + PauseAfter(Attempts, jitter);
        Become(OutboxState.Waiting);
    }

    /// <summary>Until the next attempt, after so many: each twice as long, up to an hour.</summary>
    internal static TimeSpan PauseAfter(int attempts, double jitter) =>
        TimeSpan.FromSeconds(
            Math.Min(FirstPause.TotalSeconds * Math.Pow(2, attempts - 1), LongestPause.TotalSeconds) * (1 - (jitter / 4)));

    /// <summary>Begins anew what was given up.</summary>
    public Refusal? Retry(DateTimeOffset now)
    {
        if (State != OutboxState.Dead)
        {
            return Refusal.Conflict(
                "outboxNotDead", ("state", State), ("currentVersion", Version), ("changed", Array.Empty<string>()));
        }

        (Attempts, DueAt) = (0, now);
        Become(OutboxState.Waiting);
        return null;
    }

    /// <summary>The quiet hours are over: it is sent now.</summary>
    public void Release(DateTimeOffset now)
    {
        DueAt = now;
        Become(OutboxState.Waiting);
    }

    /// <summary>Its quiet hours end at another time.</summary>
    public void Hold(DateTimeOffset until)
    {
        DueAt = until;
        Become(OutboxState.Held);
    }

    /// <summary>Not true any more, or nobody wants it.</summary>
    public void Drop()
    {
        DueAt = null;
        Become(OutboxState.Dropped);
    }

    private void Become(OutboxState state)
    {
        State = state;
        Version++;
    }
}
