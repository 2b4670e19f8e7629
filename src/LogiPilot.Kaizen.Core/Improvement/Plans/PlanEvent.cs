using System.Diagnostics.CodeAnalysis;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

[SuppressMessage("Naming", "CA1720", Justification = "A step is signed; it is no number.")]
public enum PlanEventKind
{
    Opened,
    Revised,
    Submitted,
    Approved,
    Refused,

    /// <summary>The sponsor did not answer in time.</summary>
    AnswerMissed,
    Filled,
    Signed,
    Returned,

    /// <summary>A signed step that depends on one sent back.</summary>
    Reopened,
    DueMoved,
    Suspended,
    Resumed,
    Abandoned,
    Closed,
    PlanReopened,
    Met,
    Told,
    Referred,
    Answered,
    ActionAdded,
    ActionChanged,
    IndicatorSaved,
    Measured,

    /// <summary>An alert on one of its keys.</summary>
    Recurred,
    StepSuspended,
    ReturnProposed,
    ReturnDeclined,
    CycleOpened,
    CheckHeld,
    Promoted,
}

/// <summary>
/// One thing that happened to a plan: a row of its history. <see cref="Facts"/> is a JSON object: the arguments of its sentence
/// <c>plans.history.KIND</c>.
/// </summary>
public sealed record PlanEvent(
    Guid Id, Guid PlanId, DateTimeOffset At, Guid? ById, PlanEventKind Kind, string? Step, string? Comment, string? Facts, int Version);
