using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Its steps: filled, signed, sent back, and the method's clock.</content>
public sealed partial class ActionPlan
{
    /// <summary>Why an actor may not write into a step now.</summary>
    public Refusal? WhyNotFill(string code, Actor actor) =>
        Step(code) is not { } step ? Refusal.Invalid("step", "stepUnknown", ("step", code))
        : !WorksOn(actor) ? Forbidden("forbiddenWorkOnPlan", Permission.LeadPlan)
        : IsEnded ? Conflict("planEnded")
        : step.IsSigned ? Conflict("stepSigned", ("step", code), ("by", step.SignedById), ("at", step.SignedAt))
        : null;

    /// <summary>Fields of a step were written; their versions are kept beside the plan, which is otherwise as it was.</summary>
    public void Fill(string code, IReadOnlyList<string> fields, PlanTurn turn) =>
        Note(PlanEventKind.Filled, turn, null, code, ("fields", fields));

    /// <summary>Why an actor may not sign a step now, its gate aside.</summary>
    public Refusal? WhyNotSign(string code, Actor actor)
    {
        if (Step(code) is not { } step || Method.Step(code) is not { } definition)
        {
            return Refusal.Invalid("step", "stepUnknown", ("step", code));
        }

        var (signer, reason) = definition.Signs == SignedBy.Sponsor ? (SponsorId, "forbiddenSignSponsor") : (LeaderId, "forbiddenSignLeader");
        return IsEnded ? Conflict("planEnded")
            : State == PlanState.Suspended ? Conflict("planSuspended", ("day", ReviewOn))
            : step.IsSigned ? Conflict("stepSigned", ("step", code), ("by", step.SignedById), ("at", step.SignedAt))
            : signer is null || actor.PersonId != signer || !actor.Sees(PlantId)
                ? Forbidden(reason, definition.Signs == SignedBy.Sponsor ? Permission.SponsorPlan : Permission.LeadPlan, ("signer", signer))
            : Steps.TakeWhile(s => s.Code != code).FirstOrDefault(s => !s.IsSigned) is { } earlier
                ? Conflict("stepEarlierOpen", ("step", code), ("earlier", earlier.Code))
            : definition == Method.Steps[^1] && State != PlanState.Running ? Conflict("planNotApproved")
            : null;
    }

    /// <summary>Signs a step whose gate was looked at; of a gate that does not hold, every rule says what is missing.</summary>
    public Refusal? Sign(string code, IReadOnlyList<GateFinding> gate, PlanTurn turn)
    {
        if (WhyNotSign(code, turn.Actor) is { } refusal)
        {
            return refusal;
        }

        if (Refusal.All([.. gate.Where(f => !f.Holds).Select(Missing)]) is { } missing)
        {
            return missing;
        }

        Change(code, s => s with { State = StepState.Signed, SignedById = turn.Actor.PersonId, SignedAt = turn.Now, SuspendedSince = null });
        ProposedReturn = Method.Step(code)?.RestartedByRecurrence is not null ? null : ProposedReturn;
        Settle(turn);
        Happened(PlanEventKind.Signed, turn, null, code);
        if (Steps.All(s => s.IsSigned))
        {
            End(PlanState.Closed, turn);
            Happened(PlanEventKind.Closed, turn);
        }

        return null;
    }

    /// <summary>The step just signed says that the plan is not warranted: it ends there (<see cref="StepExit"/>).</summary>
    public void Leave(string code, PlanTurn turn)
    {
        End(PlanState.Closed, turn);
        Happened(PlanEventKind.Closed, turn, null, code);
    }

    /// <summary>Sends a signed step back: it is open again, and so are those signed that depend on it.</summary>
    public Refusal? Return(string code, string? reason, PlanTurn turn)
    {
        if (WhyNotReturn(code, turn) is { } refusal)
        {
            return refusal;
        }

        if ((Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        Unsign(code, reason!.Trim(), turn);
        return null;
    }

    private Refusal? WhyNotReturn(string code, PlanTurn turn) =>
        Step(code) is not { } step ? Refusal.Invalid("step", "stepUnknown", ("step", code))
        : !Leads(turn.Actor) && !Sponsors(turn.Actor) ? Forbidden("forbiddenReturnStep", Permission.LeadPlan)
        : IsEnded ? Conflict("planEnded")
        : step.SignedAt is null ? Conflict("stepNotSigned", ("step", code))
        : null;

    /// <summary>The sentence of a rule that does not hold, as a refusal.</summary>
    private static Refusal Missing(GateFinding finding) => new(
        RefusalCode.Invalid, finding.Key,
        finding.Says is null ? finding.Arguments : new Dictionary<string, object?>(finding.Arguments, StringComparer.Ordinal) { ["says"] = finding.Says },
        finding.Field);

    private void Unsign(string code, string reason, PlanTurn turn)
    {
        var reopened = Method.Reopened(code).Select(s => s.Code).Where(c => Step(c)!.SignedAt is not null).ToList();
        foreach (var one in reopened)
        {
            Change(one, s => s with
            {
                State = StepState.Locked, SignedById = null, SignedAt = null, SuspendedSince = null,
                Returns = one == code ? [.. s.Returns, new(reason, turn.Actor.PersonId, turn.Now)] : s.Returns,
            });
        }

        ProposedReturn = reopened.Contains(ProposedReturn?.Step, StringComparer.Ordinal) ? null : ProposedReturn;
        Settle(turn);
        Happened(PlanEventKind.Returned, turn, reason, code);
        foreach (var one in reopened.Where(c => c != code))
        {
            Happened(PlanEventKind.Reopened, turn, null, one, ("because", code));
        }
    }

    private void MoveDue(StepDueMove move, PlanTurn turn)
    {
        var before = Step(move.Step)!;
        if (before.DueOn == move.DueOn)
        {
            return;
        }

        Change(move.Step, s => s with { DueOn = move.DueOn, OriginalDueOn = s.OriginalDueOn ?? move.DueOn, IsDueMoved = true });
        Happened(PlanEventKind.DueMoved, turn, null, move.Step, ("from", before.DueOn), ("until", move.DueOn));
    }

    private void Change(string code, Func<PlanStep, PlanStep> change) =>
        Steps = [.. Steps.Select(s => s.Code == code ? change(s) with { Version = s.Version + 1 } : s)];

    /// <summary>What follows from what is signed: which steps may be signed next, and when each is due by the method's clock.</summary>
    private void Settle(PlanTurn turn)
    {
        var (steps, isReached) = (new List<PlanStep>(Steps.Count), true);
        var calendar = turn.People.Calendar(PlantId, AreaId);
        foreach (var step in Steps)
        {
            var due = step.IsDueMoved || step.IsSigned ? step.DueOn : DueOf(Method.Step(step.Code)!, calendar) ?? step.DueOn;
            steps.Add(step with
            {
                State = step.SuspendedSince is not null ? StepState.Suspended
                    : step.SignedAt is not null ? StepState.Signed
                    : isReached ? StepState.Open
                    : StepState.Locked,
                DueOn = due, OriginalDueOn = step.OriginalDueOn ?? due,
            });
            isReached &= steps[^1].IsSigned;
        }

        Steps = steps;
        ScheduleChecks(turn);
        ScheduleCutOff(turn);
    }

    /// <summary>Null while what starts the step's clock has not happened.</summary>
    private DateOnly? DueOf(StepDefinition definition, Organisation.WorkCalendar calendar)
    {
        if (definition.Due is not { } due)
        {
            return null;
        }

        var starts = due.After is { } after ? Step(after)?.SignedAt : CycleOpenedAt;
        return starts is not { } from ? null
            : due.Working ? WorkingDays.After(calendar, calendar.DayOf(from), due.Days)
            : calendar.DayOf(from).AddDays(due.Days + (due.AndBaselinePeriod ? BaselineDays : 0));
    }
}
