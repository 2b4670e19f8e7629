using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Improvement;

/// <summary>What something is about; an absent part limits nothing.</summary>
public sealed record PlanKeyInput(string? Family, Guid? PlaceId, Guid? ProductId)
{
    public PlanKey ToKey() => new(Family, PlaceId, ProductId);
}
