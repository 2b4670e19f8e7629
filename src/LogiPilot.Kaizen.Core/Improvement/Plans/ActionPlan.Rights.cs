using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Who may do what with it.</content>
public sealed partial class ActionPlan
{
    /// <summary>Works on it: whoever leads plans, and who is named in this one.</summary>
    public bool WorksOn(Actor actor) => !actor.IsSystem && actor.May(Permission.LeadPlan, this);

    /// <summary>Leads it: its leader, and whoever leads plans; not who only takes part.</summary>
    public bool Leads(Actor actor) =>
        !actor.IsSystem && ((actor.PersonId == LeaderId && actor.Sees(PlantId)) || actor.May(Permission.LeadPlan, new NobodyNamed(this)));

    /// <summary>Decides on it: its sponsor, and whoever decides on all.</summary>
    public bool Sponsors(Actor actor) => !actor.IsSystem && actor.May(Permission.SponsorPlan, this);

    private bool DecidesOnAll(Actor actor) => actor.May(Permission.SponsorPlan, new NobodyNamed(this));

    private static bool IsOverLimit(Money? cost, PlanTurn turn) => turn.CostLimit is { } limit && cost?.Amount > limit.Amount;

    private static Refusal Forbidden(string reason, Permission permission, params (string Name, object? Value)[] arguments) =>
        Refusal.Of(RefusalCode.Forbidden, reason, [("permission", permission), .. arguments]);

    private Refusal Conflict(string reason, params (string Name, object? Value)[] arguments) => Refusal.Conflict(
        reason, [("planState", State), ("currentVersion", Version), ("changed", Array.Empty<string>()), .. arguments]);
}
