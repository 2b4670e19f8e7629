namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// What an action is for. Emergency, analysis and containment start on the leader's word; the others wait for the sponsor's approval of
/// their plan.
/// </summary>
public enum ActionKind
{
    Emergency,
    Analysis,
    Containment,
    Corrective,
    Preventive,
    Improvement,
}

public enum ActionState
{
    ToDo,
    Doing,

    /// <summary>Its owner says so; somebody is still to verify it.</summary>
    Done,
    Verified,
    Cancelled,
}

public enum DelayState
{
    Asked,
    Accepted,
    Refused,
}

/// <summary>What happened to an action.</summary>
public enum ActionStep
{
    Added,
    Changed,

    /// <summary>Its owner is another.</summary>
    Given,
    Started,
    Done,

    /// <summary>What was said to be done is to be done again.</summary>
    Returned,
    Verified,
    Cancelled,
    DelayAsked,
    DelayAccepted,
    DelayRefused,

    /// <summary>A containment is no longer needed and was taken away.</summary>
    Removed,

    /// <summary>Open when its plan began another cycle: it goes on there, with its dates.</summary>
    Moved,
}

/// <summary>By what somebody else sees that it is done: a text, an address (http or https), photographs.</summary>
public sealed record ActionProof(string? Text, string? Link, IReadOnlyList<Guid> AttachmentIds)
{
    public static readonly ActionProof None = new(null, null, []);

    public bool IsEmpty => Text is null && Link is null && AttachmentIds.Count == 0;
}

/// <summary>
/// An argued delay: why the date cannot be kept, what that does, what is done about it, and the date asked for. The date moves only once
/// it is accepted.
/// </summary>
public sealed record ArguedDelay(
    Guid Id, string Cause, string Impact, string Measures, DateOnly DueOn, DateOnly NewDueOn, Guid? AskedById, DateTimeOffset AskedAt,
    DelayState State = DelayState.Asked, Guid? AnsweredById = null, DateTimeOffset? AnsweredAt = null, string? Answer = null);

/// <summary>Where an action comes from and what it is about; all of it may be absent.</summary>
public sealed record ActionOrigin(
    Guid? PlanId = null, string? Step = null, int Cycle = 1, Guid? DysfunctionId = null, Guid? AlertId = null, Guid? MeetingId = null,
    Guid? AreaId = null, Plans.PlanKey? Key = null);

/// <summary>What is to be done.</summary>
public sealed record ActionDraft(
    ActionKind Kind, string? What, string? Why, Guid OwnerId, DateOnly DueOn, string? RemovalCondition = null,
    IReadOnlyList<string>? CauseIds = null);
