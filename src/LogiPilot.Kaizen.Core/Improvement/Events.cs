using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement;

/// <summary>Something happened to an action, with what it is after it.</summary>
public sealed record ActionChanged(
    Guid PlantOfAction, Guid ActionId, string Number, ActionStep Step, ActionKind Kind, ActionState State, Guid? PlanId, Guid? AreaId,
    Guid OwnerId, DateOnly DueOn, int Version) : DomainEvent(PlantOfAction, ActionId);

/// <summary>So many actions that stand alone were planned on one key that a plan is proposed for it.</summary>
public sealed record ActionsRecurred(
    Guid PlantOfActions, Guid LastActionId, IReadOnlyList<Guid> ActionIds, string? Family, Guid? PlaceId, Guid? ProductId, Guid? AreaId,
    Guid? SponsorId) : DomainEvent(PlantOfActions, LastActionId);
