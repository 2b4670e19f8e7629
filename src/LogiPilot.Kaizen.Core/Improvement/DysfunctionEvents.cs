using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement;

/// <summary>Somebody reported that something does not work as it should.</summary>
public sealed record DysfunctionReported(
    Guid PlantOfDysfunction, Guid DysfunctionId, string Number, DysfunctionKind Kind, string Title, Guid? AreaId, Guid? PlaceId,
    Guid? ProductId, Guid ReportedById, IReadOnlyList<Guid> AlertIds, Guid? RecurrenceId) : DomainEvent(PlantOfDysfunction, DysfunctionId);

/// <summary>It was described better, analysed or concluded.</summary>
public sealed record DysfunctionAnalysed(
    Guid PlantOfDysfunction, Guid DysfunctionId, string Number, DysfunctionState State, AnalysisKind? Analysis, Guid? ById, int Version)
    : DomainEvent(PlantOfDysfunction, DysfunctionId);

/// <summary>An improvement waits for its decision; these may decide it.</summary>
public sealed record ImprovementProposed(
    Guid PlantOfDysfunction, Guid DysfunctionId, string Number, string Title, Guid ProposalId, Guid? AreaId, Guid ProposedById,
    bool IsRevised, IReadOnlyList<Guid> DeciderIds) : DomainEvent(PlantOfDysfunction, DysfunctionId);

/// <summary>A manager decided; <see cref="ActionPlanId"/> is the plan opened by it.</summary>
public sealed record ProposalDecided(
    Guid PlantOfDysfunction, Guid DysfunctionId, string Number, string Title, Guid ProposalId, DecisionKind Kind, string Reason,
    string? Adjustment, Guid DecidedById, Guid ProposedById, Guid ReportedById, Guid? ActionPlanId) : DomainEvent(PlantOfDysfunction, DysfunctionId);

/// <summary>It ended without a plan: rejected, or solved (<see cref="State"/>); or its plan closed.</summary>
public sealed record DysfunctionEnded(
    Guid PlantOfDysfunction, Guid DysfunctionId, string Number, string Title, DysfunctionState State, string? Reason, Guid? ById,
    Guid ReportedById) : DomainEvent(PlantOfDysfunction, DysfunctionId);

/// <summary>What an hour of a stopped line costs the plant from now on.</summary>
public sealed record StopCostChanged(Guid PlantOfCost, decimal? PerHour) : DomainEvent(PlantOfCost, PlantOfCost);
