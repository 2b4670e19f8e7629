using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>The end of the meeting of a method's level: what is unsolved then goes a level up. By the plant's clock.</summary>
public sealed record LevelCutOff(string Level, TimeOnly At);

/// <summary>
/// What plans of a plant are held to: above the cost limit a manager decides, and when the meetings of the levels end (none given: at the
/// end of the shift, or of the day).
/// </summary>
public sealed record PlanSettings(Guid PlantId, Money? CostLimit, IReadOnlyList<LevelCutOff> CutOffs, int Version)
{
    public const decimal StandardLimit = 5_000m;

    public static PlanSettings Standard(Guid plantId) => new(plantId, new Money(StandardLimit), [], 0);

    public Refusal? Faults() => Refusal.All([
        CostLimit is { Amount: < 0 or > PlanCharter.MostMoney } ? Refusal.Invalid("costLimit", "moneyRange", ("most", PlanCharter.MostMoney)) : null,
        CutOffs.Count > 20 ? Refusal.Invalid("cutOffs", "cutOffsMany", ("most", 20)) : null]);
}
