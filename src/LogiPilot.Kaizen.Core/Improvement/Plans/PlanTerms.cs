using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

public enum PlanState
{
    Draft,

    /// <summary>Waits for the sponsor's approval.</summary>
    Submitted,
    Running,
    Suspended,
    Closed,
    Abandoned,
}

[SuppressMessage("Naming", "CA1720", Justification = "A step is signed; it is no number.")]
public enum StepState
{
    /// <summary>An earlier step is not signed: may be prepared, never signed.</summary>
    Locked,
    Open,
    Signed,

    /// <summary>Was signed, and does not hold since: to be signed again.</summary>
    Suspended,
}

public enum PlanOriginKind
{
    Dysfunction,
    Alerts,
    Project,
}

/// <summary>What made somebody open a plan.</summary>
public sealed record PlanOrigin(PlanOriginKind Kind, Guid? DysfunctionId, IReadOnlyList<Guid> AlertIds, string? Text);

/// <summary>Who works on a plan, as what, to do what.</summary>
public sealed record PlanParticipant(Guid PersonId, string Role, string Mission, string? Skill = null);

/// <summary>
/// The five choices that a plan argues (reference of the trade, competence 7): alone or in a group, why these participants, why
/// this method, how it is communicated, why this deadline.
/// </summary>
public sealed record ArguedChoices(
    string? Setting = null, bool? IsGroup = null, string? Participants = null, string? Method = null, string? Communication = null,
    string? Deadline = null);

/// <summary>The four constraints that a plan or proposal is checked against, each answered in words.</summary>
public sealed record Constraint4(string? Technical = null, string? Quality = null, string? Environment = null, string? Safety = null);

/// <summary>A signed step was sent back.</summary>
public sealed record StepReturn(string Reason, Guid? ById, DateTimeOffset At);

/// <summary>
/// A step of a plan's present cycle. The original due date is the method's and never changes; <see cref="DueOn"/> is null while
/// the step whose signature starts its clock is not signed.
/// </summary>
public sealed record PlanStep(
    string Code, StepState State, DateOnly? DueOn, DateOnly? OriginalDueOn, Guid? SignedById, DateTimeOffset? SignedAt,
    IReadOnlyList<StepReturn> Returns, DateTimeOffset? SuspendedSince, int Version)
{
    /// <summary>Somebody moved the date: the method's clock leaves it alone.</summary>
    public bool IsDueMoved { get; init; }

    [JsonIgnore]
    public bool IsSigned => State == StepState.Signed;
}

/// <summary>The steps of a cycle that is over, as they were signed.</summary>
public sealed record PastCycle(int Cycle, IReadOnlyList<PlanStep> Steps);
