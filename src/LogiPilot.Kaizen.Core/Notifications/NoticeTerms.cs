namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>What a notice says.</summary>
public enum NoticeKind
{
    AlertCalled,
    AlertUnresolved,
    AlertAssigned,
    AlertTransferred,
    AlertReturned,
    AlertWorsened,
    AlertRestored,
    ShelfEnding,
    ShelfEnded,
    HandoverOffered,
    HandoverAnswered,
    HandoverReturned,
    RecurrenceSeen,
    ShiftDigest,
    MondayDigest,
    Reminder,
    MailDead,
}

/// <summary>What a person switches on or off as one.</summary>
public enum NoticeGroup
{
    /// <summary>An alert calls for somebody.</summary>
    Calls,

    /// <summary>What happens to the alerts that one owns, owned or put aside.</summary>
    MyAlerts,

    Handovers,
    Digests,
    Reminders,

    /// <summary>What the plant's administrators and leaders look after.</summary>
    Administration,
}

/// <summary>Where something to be sent stands. A row of the application waits until a device confirms it, and never dies.</summary>
public enum OutboxState
{
    Waiting,

    /// <summary>Until the quiet hours of the person end.</summary>
    Held,

    Sending,
    Sent,

    /// <summary>Given up after its last attempt; the administrator may retry it.</summary>
    Dead,

    /// <summary>Held until it was true no longer, so never sent.</summary>
    Dropped,
}

/// <summary>What holds for every notice of a kind.</summary>
public static class NoticeKinds
{
    public static NoticeGroup GroupOf(NoticeKind kind) => kind switch
    {
        NoticeKind.AlertCalled or NoticeKind.AlertUnresolved => NoticeGroup.Calls,
        NoticeKind.HandoverOffered or NoticeKind.HandoverAnswered or NoticeKind.HandoverReturned => NoticeGroup.Handovers,
        NoticeKind.ShiftDigest or NoticeKind.MondayDigest => NoticeGroup.Digests,
        NoticeKind.ShelfEnding or NoticeKind.Reminder => NoticeGroup.Reminders,
        NoticeKind.RecurrenceSeen or NoticeKind.MailDead => NoticeGroup.Administration,
        _ => NoticeGroup.MyAlerts,
    };
}
