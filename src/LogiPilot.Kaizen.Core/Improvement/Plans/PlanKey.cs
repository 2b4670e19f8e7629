namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// What a plan or a dysfunction is about, taken from its alerts or chosen by hand: family of kinds, place or line, product. A part that is
/// null limits nothing; not all are.
/// </summary>
public sealed record PlanKey(string? Family, Guid? PlaceId, Guid? ProductId);
