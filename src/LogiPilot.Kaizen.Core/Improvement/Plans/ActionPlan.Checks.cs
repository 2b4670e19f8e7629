using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Checks of the effect, so many days after their step began; a failed one sends back the step that the method says.</content>
public sealed partial class ActionPlan
{
    /// <summary>Holds the next check of a step; what was seen is said.</summary>
    public Refusal? HoldCheck(string code, int days, bool passed, string? comment, PlanTurn turn)
    {
        if (WhyNotHoldCheck(code, days, turn) is { } refusal)
        {
            return refusal;
        }

        if ((Words.Missing("comment", comment) ?? Words.TooLong("comment", comment, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        var check = NextCheck(code)!;
        var held = check with { HeldOn = turn.Today(PlantId), Passed = passed };
        Checks = [.. Checks.Select(c => c == check ? held : c)];
        Happened(PlanEventKind.CheckHeld, turn, comment!.Trim(), code, ("days", days), ("result", passed ? "PASSED" : "FAILED"));
        if (!passed && Method.Step(code)?.FailedCheckReturns is { } back && Step(back)?.SignedAt is not null)
        {
            Unsign(back, comment.Trim(), turn);
        }

        return null;
    }

    private StepCheck? NextCheck(string code) => Checks.Where(c => c.Step == code && c.HeldOn is null).MinBy(c => c.Days);

    /// <param name="days">The check that is meant; null where the step has none left.</param>
    private Refusal? WhyNotHoldCheck(string code, int? days, PlanTurn turn)
    {
        if (!Leads(turn.Actor))
        {
            return Forbidden("forbiddenLeadPlan", Permission.LeadPlan);
        }

        if (State != PlanState.Running)
        {
            return Conflict(IsEnded ? "planEnded" : "planNotRunning");
        }

        var next = NextCheck(code);
        return Checks.FirstOrDefault(c => c.Step == code && c.Days == days) is not { } check ? Refusal.Invalid("days", "checkUnknown", ("days", days))
            : next is null || check.HeldOn is not null ? Conflict("checkHeld", ("days", days), ("day", check.HeldOn))
            : check != next ? Conflict("checkEarlier", ("days", next.Days))
            : check.DueOn > turn.Today(PlantId) ? Conflict("checkNotDue", ("days", days), ("day", check.DueOn))
            : null;
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
