using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement;

/// <summary>Something happened to an action, with what it is after it.</summary>
public sealed record ActionChanged(
    Guid PlantOfAction, Guid ActionId, string Number, ActionStep Step, ActionKind Kind, ActionState State, Guid? PlanId, Guid? AreaId,
    Guid OwnerId, DateOnly DueOn, int Version) : DomainEvent(PlantOfAction, ActionId)
{
    /// <summary>The engine planned it, on nobody's word.</summary>
    public bool ByItself { get; init; }
}

/// <summary>So many actions that stand alone were planned on one key that a plan is proposed for it.</summary>
public sealed record ActionsRecurred(
    Guid PlantOfActions, Guid LastActionId, IReadOnlyList<Guid> ActionIds, string? Family, Guid? PlaceId, Guid? ProductId, Guid? AreaId,
    Guid? SponsorId) : DomainEvent(PlantOfActions, LastActionId);

/// <summary>Something happened to a plan, with what it is after it.</summary>
public sealed record PlanChanged(
    Guid PlantOfPlan, Guid PlanId, string Number, PlanEventKind Kind, PlanState State, string? Step, Guid? AreaId, Guid LeaderId,
    Guid? SponsorId, Guid? ById, int Version) : DomainEvent(PlantOfPlan, PlanId);

/// <summary>The sponsor of a submitted plan did not answer: these are asked now, first the sponsor again, then the level above.</summary>
public sealed record PlanAnswerMissed(Guid PlantOfPlan, Guid PlanId, string Number, int Reminders, IReadOnlyList<Guid> AskedIds)
    : DomainEvent(PlantOfPlan, PlanId);

/// <summary>
/// An alert on a key of a plan: the step in which the problem is contained anew, the one proposed for return, or that it came back after
/// closing. Leader and sponsor are told.
/// </summary>
public sealed record PlanRecurred(
    Guid PlantOfPlan, Guid PlanId, string Number, Guid AlertId, string AlertNumber, string? ContainedIn, string? ReturnProposed,
    bool IsAfterClosing, Guid LeaderId, Guid? SponsorId) : DomainEvent(PlantOfPlan, PlanId);

/// <summary>A case went a level up: it was unsolved when the meeting of its level ended.</summary>
public sealed record PlanPromoted(
    Guid PlantOfPlan, Guid PlanId, string Number, string? From, string To, Guid? AreaId, Guid LeaderId, Guid? SponsorId)
    : DomainEvent(PlantOfPlan, PlanId);

/// <summary>Somebody else leads a plan.</summary>
public sealed record PlanGiven(Guid PlantOfPlan, Guid PlanId, Guid FormerLeaderId, Guid LeaderId) : DomainEvent(PlantOfPlan, PlanId);

/// <summary>A leader has more open cases than the method's limit: these are told, to give the last to somebody else.</summary>
public sealed record LeaderOverloaded(
    Guid PlantOfPlan, Guid PlanId, string Number, Guid LeaderId, int Open, int Most, IReadOnlyList<Guid> ToldIds)
    : DomainEvent(PlantOfPlan, PlanId);

/// <summary>People were told something of a plan.</summary>
public sealed record PlanCommunicated(Guid PlantOfPlan, Guid PlanId, Guid CommunicationId, Guid? ById, IReadOnlyList<Guid> ToIds)
    : DomainEvent(PlantOfPlan, PlanId);

/// <summary>A support service was asked about a plan or a dysfunction.</summary>
public sealed record ReferralAsked(
    Guid PlantOfReferral, Guid ReferralId, Guid? PlanId, Guid? DysfunctionId, SupportService Service, Guid? AskedById)
    : DomainEvent(PlantOfReferral, ReferralId);

/// <summary>A support service answered.</summary>
public sealed record ReferralAnswered(
    Guid PlantOfReferral, Guid ReferralId, Guid? PlanId, Guid? DysfunctionId, SupportService Service, Guid? AskedById, Guid? AnsweredById)
    : DomainEvent(PlantOfReferral, ReferralId);
