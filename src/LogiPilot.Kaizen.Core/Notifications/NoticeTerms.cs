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

    /// <summary>A sponsor is asked to approve a plan.</summary>
    PlanAsked,
    PlanAnswered,

    /// <summary>Suspended, resumed, abandoned, closed or reopened.</summary>
    PlanMoved,
    StepReturned,
    ActionGiven,

    /// <summary>Somebody is to see that it is done.</summary>
    ActionDone,

    /// <summary>To be done again, or not any more.</summary>
    ActionReturned,
    DelayAsked,
    DelayAnswered,

    /// <summary>An action is overdue without an argued delay: its sponsor hears of it.</summary>
    DriftSeen,
    ActionDue,

    /// <summary>A step, a plan or an answer on it is overdue.</summary>
    PlanDue,

    /// <summary>Several actions on one problem.</summary>
    PlanProposed,
    PlanRecurs,
    ReferralAsked,
    ReferralAnswered,
    Communicated,
    ProposalAsked,
    ProposalDecided,
    DysfunctionReported,
    DysfunctionEnded,

    /// <summary>A colleague lets one see what proves a certification.</summary>
    EvidenceShared,
}

/// <summary>What a person switches on or off as one.</summary>
public enum NoticeGroup
{
    /// <summary>An alert calls for somebody.</summary>
    Calls,

    /// <summary>What happens to the alerts that one owns, owned or put aside.</summary>
    MyAlerts,

    Handovers,

    /// <summary>Plans, actions, dysfunctions: what is given, asked, answered.</summary>
    Plans,
    Digests,
    Reminders,

    /// <summary>What the plant's administrators and leaders look after.</summary>
    Administration,
}

/// <summary>What a notice is about, and its link leads to.</summary>
public enum NoticeTopic
{
    Alert,
    Handover,
    Digest,
    Recurrence,
    Outbox,
    Reminder,
    Plan,
    Action,
    Dysfunction,
    Evidence,
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
        NoticeKind.ShelfEnding or NoticeKind.Reminder or NoticeKind.ActionDue or NoticeKind.PlanDue => NoticeGroup.Reminders,
        NoticeKind.RecurrenceSeen or NoticeKind.MailDead => NoticeGroup.Administration,
        _ => TopicOf(kind) == NoticeTopic.Alert ? NoticeGroup.MyAlerts : NoticeGroup.Plans,
    };

    /// <summary>What a notice of a kind leads to; a referral's says itself whether it is about a plan or a dysfunction.</summary>
    public static NoticeTopic TopicOf(NoticeKind kind, string? variant = null) => kind switch
    {
        NoticeKind.HandoverOffered or NoticeKind.HandoverAnswered or NoticeKind.HandoverReturned => NoticeTopic.Handover,
        NoticeKind.ShiftDigest or NoticeKind.MondayDigest => NoticeTopic.Digest,
        NoticeKind.RecurrenceSeen => NoticeTopic.Recurrence,
        NoticeKind.MailDead => NoticeTopic.Outbox,
        NoticeKind.Reminder => NoticeTopic.Reminder,
        NoticeKind.ActionGiven or NoticeKind.ActionDone or NoticeKind.ActionReturned or NoticeKind.DelayAsked or NoticeKind.DelayAnswered
            or NoticeKind.DriftSeen or NoticeKind.ActionDue or NoticeKind.PlanProposed => NoticeTopic.Action,
        NoticeKind.ProposalAsked or NoticeKind.ProposalDecided or NoticeKind.DysfunctionReported or NoticeKind.DysfunctionEnded
            => NoticeTopic.Dysfunction,
        NoticeKind.EvidenceShared => NoticeTopic.Evidence,
        NoticeKind.ReferralAsked or NoticeKind.ReferralAnswered when variant == "DYSFUNCTION" => NoticeTopic.Dysfunction,
        NoticeKind.PlanAsked or NoticeKind.PlanAnswered or NoticeKind.PlanMoved or NoticeKind.StepReturned or NoticeKind.PlanDue or NoticeKind.PlanRecurs
            or NoticeKind.Communicated or NoticeKind.ReferralAsked or NoticeKind.ReferralAnswered => NoticeTopic.Plan,
        _ => NoticeTopic.Alert,
    };

    /// <summary>Kinds whose variants have titles of their own.</summary>
    public static bool IsTitledByVariant(NoticeKind kind) => kind is NoticeKind.RecurrenceSeen or NoticeKind.PlanAnswered or NoticeKind.PlanMoved
        or NoticeKind.ActionReturned or NoticeKind.DelayAnswered or NoticeKind.ActionDue or NoticeKind.PlanDue or NoticeKind.PlanRecurs
        or NoticeKind.ReferralAsked or NoticeKind.ReferralAnswered or NoticeKind.ProposalDecided or NoticeKind.DysfunctionEnded;
}
