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
    /// <summary>Plans and follows it: who leads its plan; of one that stands alone, a leader of the plant and whom it is given to.</summary>
    public bool Leads(ImprovementAction action) => !Actor.IsSystem && Actor.May(Permission.LeadPlan, Plan ?? action);

    /// <summary>Decides on its delays: the sponsor of its plan, or its own, or a manager.</summary>
    public bool Sponsors(ImprovementAction action) => !Actor.IsSystem && Actor.May(Permission.SponsorPlan, Plan ?? action);

    public bool Owns(ImprovementAction action) => Actor.PersonId is { } person && person == action.OwnerId;

    /// <summary>The day of an instant by the clock of a plant.</summary>
    public static DateOnly DayOf(DateTimeOffset at, Plant? plant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
        at, plant is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone)).DateTime);
}
