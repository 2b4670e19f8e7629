using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>What a person did or took part in, as the product keeps it.</summary>
public enum EvidenceKind
{
    AlertRaised,
    AlertTaken,

    /// <summary>Given to somebody, or passed on.</summary>
    AlertRouted,
    AlertResolved,
    MovementRecorded,
    ShiftHandedOver,
    ShiftTakenOver,
    DysfunctionReported,
    AnalysisMade,
    ReferralAsked,
    ReferralAnswered,
    ProposalMade,
    ProposalDecided,
    PlanLed,
    PlanSponsored,
    PlanJoined,

    /// <summary>Put to the sponsor: it cannot be without the five argued choices.</summary>
    PlanSubmitted,
    PlanApproved,
    PlanRefused,

    /// <summary>A plan led to its close, its effect measured.</summary>
    PlanClosed,

    /// <summary>A plan led, whose four constraints are all answered.</summary>
    ConstraintsAnswered,
    StepFilled,
    StepSigned,

    /// <summary>The day by which a step is due was moved, in the plan.</summary>
    StepMoved,
    CheckHeld,
    CycleOpened,
    IndicatorSaved,
    MeasureRecorded,
    MeetingRecorded,
    MeetingAttended,
    CommunicationSent,
    CommunicationRead,
    ActionPlanned,
    ActionOwned,
    ActionDone,
    ActionVerified,
    DelayArgued,
    DelayAnswered,
}

/// <summary>As what.</summary>
public enum EvidenceRole
{
    /// <summary>Did or wrote it.</summary>
    Author,

    /// <summary>Had it to do.</summary>
    Owner,
    Leader,
    Sponsor,
    Participant,

    /// <summary>Was told, and read it.</summary>
    Reader,

    /// <summary>Saw that it was done.</summary>
    Verifier,

    /// <summary>Decided on it.</summary>
    Decider,

    /// <summary>Answered for a support service.</summary>
    Service,
}

/// <summary>What a record is about, and leads to; movements have no page.</summary>
public enum EvidenceTopic
{
    Alert,
    Movement,
    Handover,
    Dysfunction,
    Plan,
    Action,
}

/// <summary>What a record says beside its number and title; what its kind does not know is null. Amounts are in <see cref="Unit"/>.</summary>
public sealed record EvidenceFacts(
    AlertKind? Alert = null, MovementKind? Movement = null, AnalysisKind? Analysis = null, SupportService? Service = null,
    DecisionKind? Decision = null, Bilingual? Step = null, string? Detail = null, decimal? Amount = null, string? Unit = null);

/// <summary>One record in which a person took part: when, as what, about which thing, by its number and title at that time or now.</summary>
public sealed record EvidenceRecord(
    EvidenceKind Kind, DateTimeOffset At, EvidenceTopic Topic, Guid SubjectId, string? Number, string? Title, EvidenceFacts Facts)
{
    public EvidenceRole Role => Kind switch
    {
        EvidenceKind.AlertTaken or EvidenceKind.ActionOwned or EvidenceKind.ActionDone => EvidenceRole.Owner,
        EvidenceKind.PlanLed or EvidenceKind.PlanSubmitted or EvidenceKind.PlanClosed or EvidenceKind.ConstraintsAnswered => EvidenceRole.Leader,
        EvidenceKind.PlanSponsored => EvidenceRole.Sponsor,
        EvidenceKind.PlanJoined or EvidenceKind.MeetingAttended => EvidenceRole.Participant,
        EvidenceKind.CommunicationRead => EvidenceRole.Reader,
        EvidenceKind.ActionVerified => EvidenceRole.Verifier,
        EvidenceKind.ProposalDecided or EvidenceKind.PlanApproved or EvidenceKind.PlanRefused or EvidenceKind.DelayAnswered => EvidenceRole.Decider,
        EvidenceKind.ReferralAnswered => EvidenceRole.Service,
        _ => EvidenceRole.Author,
    };
}

/// <summary>What people took part in.</summary>
public interface IEvidenceRecords
{
    /// <summary>
    /// Everything of a person from an instant to another (excluded), in no order; of these plants alone, null: of all. What lasts, such as leading a
    /// plan, counts on the day it began.
    /// </summary>
    Task<IReadOnlyList<EvidenceRecord>> Of(
        Guid personId, IReadOnlyCollection<Guid>? plantIds, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
