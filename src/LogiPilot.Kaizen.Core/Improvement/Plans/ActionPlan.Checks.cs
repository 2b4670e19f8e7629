using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Checks of the effect, so many days after their step began; a failed one sends back the step that the method says.</content>
public sealed partial class ActionPlan
{
    /// <summary>Holds the next check of a step; what was seen is said.</summary>
    public Refusal? HoldCheck(string code, int days, bool passed, string? comment, PlanTurn turn)
    {
        if (!Leads(turn.Actor))
        {
            return Forbidden("forbiddenLeadPlan", Permission.LeadPlan);
        }

        if (State != PlanState.Running)
        {
            return Conflict(IsEnded ? "planEnded" : "planNotRunning");
        }

        if (Checks.FirstOrDefault(c => c.Step == code && c.Days == days) is not { } check)
        {
            return Refusal.Invalid("days", "checkUnknown", ("days", days));
        }

        var next = Checks.Where(c => c.Step == code && c.HeldOn is null).MinBy(c => c.Days);
        if (check != next)
        {
            return next is null || check.HeldOn is not null
                ? Conflict("checkHeld", ("days", days), ("day", check.HeldOn))
                : Conflict("checkEarlier", ("days", next.Days));
        }

        if (check.DueOn > turn.Today(PlantId))
        {
            return Conflict("checkNotDue", ("days", days), ("day", check.DueOn));
        }

        if ((Words.Missing("comment", comment) ?? Words.TooLong("comment", comment, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        var held = check with { HeldOn = turn.Today(PlantId), Passed = passed };
        Checks = [.. Checks.Select(c => c == check ? held : c)];
        Happened(PlanEventKind.CheckHeld, turn, comment!.Trim(), code, ("days", days), ("result", passed ? "PASSED" : "FAILED"));
        if (!passed && Method.Step(code)?.FailedCheckReturns is { } back && Step(back)?.SignedAt is not null)
        {
            Unsign(back, comment.Trim(), turn);
        }

        return null;
    }

    /// <summary>When a step with checks begins, its checks are due; when it is no longer reached, they are to be held anew.</summary>
    private void ScheduleChecks(PlanTurn turn)
    {
        foreach (var definition in Method.Steps.Where(s => s.Checks is { Count: > 0 }))
        {
            var (step, isKnown) = (Step(definition.Code)!, Checks.Any(c => c.Step == definition.Code));
            if (step is { State: StepState.Locked, SignedAt: null } && isKnown)
            {
                Checks = [.. Checks.Where(c => c.Step != definition.Code)];
            }
            else if (step.State == StepState.Open && !isKnown)
            {
                Checks = [.. Checks, .. definition.Checks!.Order().Select(d => new StepCheck(definition.Code, d, turn.Today(PlantId).AddDays(d)))];
            }
        }
    }
}
