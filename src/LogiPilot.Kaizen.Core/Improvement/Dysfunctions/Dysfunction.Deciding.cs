using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <content>Proposed, decided, in a plan, and its two other ends.</content>
public sealed partial class Dysfunction
{
    public void Propose(Actor actor, DateTimeOffset now)
    {
        State = DysfunctionState.Proposed;
        Note(DysfunctionStepKind.Proposed, actor.PersonId, now);
    }

    public void ReviseProposal(Actor actor, DateTimeOffset now) => Note(DysfunctionStepKind.Revised, actor.PersonId, now);

    public void Decide(DecisionKind kind, Actor actor, DateTimeOffset now)
    {
        State = DysfunctionState.Decided;
        Note(
            kind switch
            {
                DecisionKind.Accepted => DysfunctionStepKind.Accepted,
                DecisionKind.Adjusted => DysfunctionStepKind.Adjusted,
                _ => DysfunctionStepKind.Refused,
            },
            actor.PersonId,
            now);
    }

    /// <summary>Goes on as a plan, which was opened from the accepted proposal.</summary>
    public void EnterPlan(Guid actionPlanId, Actor actor, DateTimeOffset now)
    {
        (State, ActionPlanId) = (DysfunctionState.InPlan, actionPlanId);
        Note(DysfunctionStepKind.Planned, actor.PersonId, now);
    }

    /// <summary>Its plan closed, was abandoned or reopened.</summary>
    public void FollowPlan(PlanState plan, Guid? byId, DateTimeOffset now)
    {
        var (state, step) = plan switch
        {
            PlanState.Closed => (DysfunctionState.Closed, DysfunctionStepKind.Closed),
            PlanState.Abandoned => (DysfunctionState.Decided, DysfunctionStepKind.PlanAbandoned),
            _ => (DysfunctionState.InPlan, DysfunctionStepKind.Planned),
        };
        State = state;
        Note(step, byId, now);
    }

    public Refusal? Reject(string? reason, Actor actor, DateTimeOffset now) =>
        End(DysfunctionCommandName.Reject, DysfunctionState.Rejected, DysfunctionStepKind.Rejected, reason, actor, now);

    /// <summary>Solved without a plan: by stand-alone actions, or by what a service did.</summary>
    public Refusal? Close(string? reason, Actor actor, DateTimeOffset now) =>
        End(DysfunctionCommandName.Close, DysfunctionState.Closed, DysfunctionStepKind.Closed, reason, actor, now);

    private Refusal? End(
        DysfunctionCommandName command, DysfunctionState state, DysfunctionStepKind step, string? reason, Actor actor, DateTimeOffset now)
    {
        var refusal = WhyNot(command, actor) ?? Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText);
        if (refusal is not null)
        {
            return refusal;
        }

        (State, Reason) = (state, reason!.Trim());
        Note(step, actor.PersonId, now);
        return null;
    }
}
