using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <content>Planned, changed, given to another, cancelled.</content>
public sealed partial class ImprovementAction
{
    public const int MostCauses = 50;
    public const int FarthestYears = 5;

    /// <param name="sponsorId">Of an action that stands alone.</param>
    public static Outcome<ImprovementAction> Plan(
        Guid plantId, string number, ActionDraft draft, ActionOrigin origin, Guid? sponsorId, ActionTurn turn)
    {
        var action = new ImprovementAction
        {
            Id = Guid.CreateVersion7(turn.Now), PlantId = plantId, Number = number, PlanId = origin.PlanId, Step = origin.Step,
            Cycle = origin.Cycle, DysfunctionId = origin.DysfunctionId, AlertId = origin.AlertId, MeetingId = origin.MeetingId,
            AreaId = origin.AreaId, Key = origin.Key, Kind = draft.Kind, What = draft.What?.Trim() ?? "", Why = Words.Given(draft.Why),
            OwnerId = draft.OwnerId, SponsorId = origin.PlanId is null ? sponsorId : null, OriginalDueOn = draft.DueOn, DueOn = draft.DueOn,
            RemovalCondition = Words.Given(draft.RemovalCondition), CauseIds = [.. (draft.CauseIds ?? []).Distinct(StringComparer.Ordinal)],
            CreatedById = turn.Actor.PersonId, CreatedAt = turn.Now,
        };
        if (WhyNotPlan(turn, turn.Plan ?? action) is { } forbidden)
        {
            return forbidden;
        }

        if (NeedsApproval(draft.Kind) && !turn.IsApproved)
        {
            return Refusal.Invalid("kind", "actionNeedsApproval", ("actionKind", draft.Kind));
        }

        if (Refusal.All([
            Words.Missing("what", draft.What) ?? Words.TooLong("what", draft.What, Words.InText), Words.TooLong("why", draft.Why, Words.InText),
            Words.TooLong("removalCondition", draft.RemovalCondition, Words.InText), CheckDay("dueOn", draft.DueOn, turn.Today),
            draft.CauseIds?.Count > MostCauses ? Refusal.Invalid("causeIds", "actionCausesMany", ("most", MostCauses)) : null]) is { } wrong)
        {
            return wrong;
        }

        action.Happened(ActionStep.Added);
        return action;
    }

    /// <summary>Why an actor may not plan an action about something now: its plan, or the action itself.</summary>
    public static Refusal? WhyNotPlan(ActionTurn turn, IConcern about) =>
        !turn.Actor.IsSystem && !turn.Actor.May(Permission.LeadPlan, about)
            ? Refusal.Of(RefusalCode.Forbidden, "forbiddenPlanAction", ("permission", Permission.LeadPlan))
        : turn.IsPlanOver ? Refusal.Conflict("actionPlanOver", ("currentVersion", null), ("changed", Array.Empty<string>()))
        : null;

    /// <summary>Says otherwise what is to be done; an absent (null) one stays.</summary>
    public Refusal? Change(ActionTurn turn, string? what, string? why, string? removalCondition, IReadOnlyList<string>? causeIds)
    {
        if (what is null && why is null && removalCondition is null && causeIds is null)
        {
            return null;
        }

        // When a containment may be taken away is said later too, once.
        var isSaid = what is not null || why is not null || causeIds is not null || RemovalCondition is not null;
        if ((WhyNot(ActionCommandName.Change, turn) ?? (isSaid ? Settled(turn) : null)) is { } refusal)
        {
            return refusal;
        }

        if (Refusal.All([
            what is null ? null : Words.Missing("what", what) ?? Words.TooLong("what", what, Words.InText), Words.TooLong("why", why, Words.InText),
            Words.TooLong("removalCondition", removalCondition, Words.InText),
            causeIds?.Count > MostCauses ? Refusal.Invalid("causeIds", "actionCausesMany", ("most", MostCauses)) : null]) is { } wrong)
        {
            return wrong;
        }

        (What, Why) = (what?.Trim() ?? What, why is null ? Why : Words.Given(why));
        RemovalCondition = removalCondition is null ? RemovalCondition : Words.Given(removalCondition);
        CauseIds = causeIds is null ? CauseIds : [.. causeIds.Distinct(StringComparer.Ordinal)];
        Happened(ActionStep.Changed);
        return null;
    }

    /// <summary>Somebody else does it, by the same date.</summary>
    public Refusal? Give(ActionTurn turn, Guid ownerId)
    {
        if (ownerId == OwnerId)
        {
            return null;
        }

        if ((WhyNot(ActionCommandName.Change, turn) ?? (IsOpen ? null : Conflict("actionNotOpen"))) is { } refusal)
        {
            return refusal;
        }

        OwnerId = ownerId;
        Happened(ActionStep.Given);
        return null;
    }

    /// <summary>It is not done any more. After its original date it counts as late.</summary>
    public Refusal? Cancel(ActionTurn turn, string? reason)
    {
        if ((WhyNot(ActionCommandName.Cancel, turn) ?? Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        (State, Reason, CancelledOn) = (ActionState.Cancelled, reason!.Trim(), turn.Today);
        Happened(ActionStep.Cancelled);
        return null;
    }

    /// <summary>Open when its plan begins another cycle: it goes on there with its dates and slips.</summary>
    public void MoveTo(int cycle)
    {
        if (IsOver || cycle == Cycle)
        {
            return;
        }

        Cycle = cycle;
        Happened(ActionStep.Moved);
    }

    /// <summary>Open when its plan turned into another: it goes on there, of no step yet.</summary>
    public void GoWith(Guid planId)
    {
        if (!IsOver)
        {
            (PlanId, Step, Cycle) = (planId, null, 1);
            Happened(ActionStep.Moved);
        }
    }

    /// <summary>Open when its plan closed as a simple action: it is what is left of it, and stands alone.</summary>
    public void StandAlone(Guid? sponsorId, PlanKey? key)
    {
        if (!IsOver)
        {
            (PlanId, Step, Cycle, SponsorId, Key) = (null, null, 1, sponsorId, Key ?? key);
            Happened(ActionStep.Moved);
        }
    }

    private static Refusal? CheckDay(string field, DateOnly day, DateOnly today) =>
        day < today ? Refusal.Invalid(field, "actionDayPast")
        : day > today.AddYears(FarthestYears) ? Refusal.Invalid(field, "actionDayFar", ("years", FarthestYears))
        : null;
}
