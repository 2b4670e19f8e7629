namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>People of a plan met: who was there, what was decided, which actions were born.</summary>
public sealed record Meeting(
    Guid Id, Guid PlanId, DateTimeOffset HeldAt, int Minutes, IReadOnlyList<Guid> PresentIds, string? Notes,
    IReadOnlyList<string> Decisions, IReadOnlyList<Guid> ActionIds, Guid? RecordedById);
