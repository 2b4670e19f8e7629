using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>What of a plan decides on its actions.</summary>
public sealed record PlanOfAction(
    Guid Id, Guid PlantId, string Number, Guid LeaderId, IConcern Concern, bool IsApproved, bool IsOver, int Cycle, IReadOnlyList<string> Steps, Guid? AreaId,
    bool AwaitsApproval = false);

/// <summary>The plans that actions belong to, as the writer sees them.</summary>
public interface IPlansOfActions
{
    Task<PlanOfAction?> Find(Guid planId, CancellationToken cancellationToken);
}
