using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

public enum DysfunctionKind
{
    Technical,
    Organisational,
}

public enum DysfunctionState
{
    Reported,
    Analysed,

    /// <summary>A proposal waits for its decision.</summary>
    Proposed,

    /// <summary>The last proposal was refused; another may follow.</summary>
    Decided,
    InPlan,
    Closed,
    Rejected,
}

/// <summary>Which support service it needs, as somebody diagnosed it; null as long as nobody did.</summary>
public enum SupportNeed
{
    None,
    Maintenance,
    It,
    Quality,
    Purchasing,
    Hse,
    Hr,
}

public enum AnalysisKind
{
    FiveWhy,
    Ishikawa,
    Qqoqccp,
    Pareto,
    Opinions,
    IsIsNot,
    Risks,
}

/// <summary>One analysis of a dysfunction, in the same JSON as the field of a method that holds it; by and at of the last change.</summary>
public sealed record Analysis(Guid Id, AnalysisKind Kind, JsonElement Value, Guid ById, DateTimeOffset At, int Version);

public enum DysfunctionStepKind
{
    Reported,
    Described,
    Analysed,
    Referred,
    Proposed,
    Revised,
    Accepted,
    Adjusted,
    Refused,
    Planned,

    /// <summary>The plan ended without its effect: another improvement may be proposed.</summary>
    PlanAbandoned,
    Rejected,
    Closed,
}

/// <summary>One step of its life and the version that it made: what is shown as history, and what a late writer is told.</summary>
public sealed record DysfunctionStep(DysfunctionStepKind Kind, int Version, Guid? ById, DateTimeOffset At);

public enum DysfunctionCommandName
{
    Describe,
    Analyse,
    Refer,
    Propose,
    Decide,
    Reject,
    Close,
}

/// <summary>What somebody noticed. Area and keys follow from the place, the product and the alerts.</summary>
public sealed record DysfunctionTerms(
    DysfunctionKind Kind, string? Title, string? Facts, string? Perimeter, Guid? PlaceId, Guid? AreaId, Guid? ProductId,
    IReadOnlyList<PlanKey> Keys);

/// <summary>Where a dysfunction comes from: who noticed it and when, the alerts and the recurrence that it was opened from.</summary>
public sealed record DysfunctionOrigin(Guid? NoticedById, DateTimeOffset NoticedAt, IReadOnlyList<Guid> AlertIds, Guid? RecurrenceId);

/// <summary>What an hour of a stopped line costs a plant, in euros; null: the plant does not say.</summary>
public sealed record StopCost(Guid PlantId, decimal? PerHour, int Version);
