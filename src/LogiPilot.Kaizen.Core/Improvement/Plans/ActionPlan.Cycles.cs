using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>
/// The next cycle of the same plan, opened from the last step of the one before. Its target and deadline are approved again. Source: methods.md,
/// PDCA.
/// </content>
public sealed partial class ActionPlan
{
    /// <param name="baselineDays">Length of the period that the next cycle starts from.</param>
    public Refusal? OpenCycle(DateOnly? deadline, int baselineDays, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.OpenNextCycle, turn) is { } refusal)
        {
            return refusal;
        }

        if (deadline is null || deadline <= turn.Today(PlantId))
        {
            return Refusal.Invalid("deadline", deadline is null ? "planLacksDeadline" : "dayPast");
        }

        PastCycles = [.. PastCycles, new PastCycle(Cycle, Steps)];
        (Cycle, CycleOpenedAt, Deadline, BaselineDays) = (Cycle + 1, turn.Now, deadline, baselineDays);
        (CameBackOn, ProposedReturn) = (null, null);
        Checks = [];
        Steps = [.. Method.Steps.Select(s => new PlanStep(s.Code, StepState.Locked, null, null, null, null, [], null, 1))];
        (State, SubmittedAt, SubmittedById, ApprovedAt, ApprovedById, Reason, Reminders) =
            (PlanState.Submitted, turn.Now, turn.Actor.PersonId, null, null, null, 0);
        DueAt = AnswerDue(turn);
        Settle(turn);
        Happened(PlanEventKind.CycleOpened, turn, null, null, ("cycle", Cycle), ("until", deadline));
        Happened(PlanEventKind.Submitted, turn, null, null, ("sponsor", SponsorId));
        return null;
    }
}
