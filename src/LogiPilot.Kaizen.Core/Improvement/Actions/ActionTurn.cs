using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// Who acts on an action, when, on which day of the plant; and of a plan's action, the plan: whether its sponsor approved it and whether
/// it still runs.
/// </summary>
public sealed record ActionTurn(
    Actor Actor, DateTimeOffset Now, DateOnly Today, IConcern? Plan = null, bool IsApproved = true, bool IsPlanOver = false)
{
    /// <summary>Who leads the plan.</summary>
    public Guid? LeaderId { get; init; }

    /// <summary>The plan's present cycle.</summary>
    public int Cycle { get; init; } = 1;

    public IReadOnlyList<SignedStep> SignedSteps { get; init; } = [];

    /// <summary>Plans and follows it: who leads its plan; of one that stands alone, a leader of the plant and whom it is given to.</summary>
    public bool Leads(ImprovementAction action) => !Actor.IsSystem && Actor.May(Permission.LeadPlan, Plan ?? action);

    /// <summary>Decides on its delays: the sponsor of its plan, or its own, or a manager.</summary>
    public bool Sponsors(ImprovementAction action) => !Actor.IsSystem && Actor.May(Permission.SponsorPlan, Plan ?? action);

    /// <summary>
    /// Sees that it is done: never who does it. Of a plan's action, who leads the plan or decides on it; of what its leader does, whoever takes
    /// part too. Of one that stands alone, who leads it.
    /// </summary>
    public bool Verifies(ImprovementAction action) => !Owns(action) && !Actor.IsSystem
        && (Sponsors(action)
            || (Plan is not { } plan ? Leads(action)
                : Actor.PersonId == LeaderId || action.OwnerId == LeaderId ? Leads(action)
                : Actor.May(Permission.LeadPlan, new NobodyNamed(plan))));

    /// <summary>The step that was signed on the strength of what was done here, and still is; null: none.</summary>
    public string? SignedOn(ImprovementAction action) => action.DoneAt is not { } done || action.Cycle != Cycle ? null
        : SignedSteps.FirstOrDefault(s => s.At >= done && (s.Code == action.Step || s.Kinds.Contains(action.Kind)))?.Code;

    public bool Owns(ImprovementAction action) => Actor.PersonId is { } person && person == action.OwnerId;

    /// <summary>The day of an instant by the clock of a plant.</summary>
    public static DateOnly DayOf(DateTimeOffset at, Plant? plant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        at, plant is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone)).DateTime);
}
