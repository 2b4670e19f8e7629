namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// That a person was told of an event, once: a person and an <see cref="EventKey"/> have one notice, however often it is told. It
/// keeps the facts of the event (<see cref="Arguments"/>, a JSON object); sentences are made of them in the reader's language.
/// </summary>
public sealed class Notice
{
    private Notice()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid PersonId { get; private set; }

    public string EventKey { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    /// <summary>The alert, handover, team or row of the outbox that it is about.</summary>
    public Guid SubjectId { get; private set; }

    public string Arguments { get; private set; } = "{}";

    /// <summary>Critical or safety: quiet hours and preferences do not hold it.</summary>
    public bool IsUrgent { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public static Notice To(Guid personId, NoticeEvent happened, string arguments, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now), PlantId = happened.PlantId, PersonId = personId, EventKey = happened.Key, Kind = happened.Kind,
            SubjectId = happened.SubjectId, Arguments = arguments, IsUrgent = happened.IsUrgent, CreatedAt = now,
        };

    /// <summary>True when it was unread.</summary>
    public bool Read(DateTimeOffset now)
    {
        if (ReadAt is not null)
        {
            return false;
        }

        ReadAt = now;
        return true;
    }
}
