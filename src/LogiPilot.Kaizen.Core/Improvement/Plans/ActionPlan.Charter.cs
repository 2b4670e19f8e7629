using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Opened, and agreed on: who, why so, until when, at what cost.</content>
public sealed partial class ActionPlan
{
    /// <summary>Opens a plan as a draft; who opens it leads it unless another is named.</summary>
    public static Outcome<ActionPlan> Open(string number, MethodDefinition method, PlanDraft draft, PlanTurn turn)
    {
        var charter = draft.Charter;
        var plan = new ActionPlan
        {
            Id = Guid.CreateVersion7(turn.Now), PlantId = draft.PlantId, Number = number, MethodCode = method.Code,
            MethodKey = KeptMethod.KeyOf(method), Origin = draft.Origin, LeaderId = turn.Actor.PersonId ?? Guid.Empty,
            AreaId = charter.AreaId, Level = method.Levels is [var lowest, ..] ? lowest.Code : null, OpenedById = turn.Actor.PersonId ?? Guid.Empty,
            OpenedAt = turn.Now, CycleOpenedAt = turn.Now,
            Steps = [.. method.Steps.Select(s => new PlanStep(s.Code, StepState.Locked, null, null, null, null, [], null, 1))],
        };
        plan.Following(method);
        if (!turn.Actor.IsSystem && !turn.Actor.May(Permission.LeadPlan, new NobodyNamed(plan)))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenOpenPlan", ("permission", Permission.LeadPlan));
        }

        if (Refusal.All([Words.Missing("title", charter.Title), .. charter.Faults(), .. plan.Misfits(charter, turn)]) is { } wrong)
        {
            return wrong;
        }

        plan.Take(charter);
        plan.Settle(turn);
        plan.Happened(PlanEventKind.Opened, turn, null, null, ("method", method.Code), ("title", plan.Title));
        return plan;
    }

    /// <summary>
    /// Says otherwise what was agreed. Once approved, sponsor, deadline and a higher cost are the sponsor's to change, and above the limit
    /// a manager's.
    /// </summary>
    public Refusal? Revise(PlanCharter charter, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Revise, turn) is { } refusal)
        {
            return refusal;
        }

        var isAgreed = State is not PlanState.Draft && (
            (charter.SponsorId is { } sponsor && sponsor != SponsorId)
            || (charter.Deadline is { } deadline && deadline != Deadline)
            || (charter.Cost?.Amount > (Cost?.Amount ?? 0)));
        if (isAgreed && !Sponsors(turn.Actor))
        {
            return Forbidden("forbiddenRevisePlan", Permission.SponsorPlan);
        }

        if (isAgreed && IsOverLimit(charter.Cost, turn) && !DecidesOnAll(turn.Actor))
        {
            return Forbidden("forbiddenOverLimit", Permission.SponsorPlan, ("limit", turn.CostLimit!.Amount));
        }

        if (Refusal.All([
            charter.Title is null ? null : Words.Missing("title", charter.Title), .. charter.Faults(), .. Misfits(charter, turn)]) is { } wrong)
        {
            return wrong;
        }

        Take(charter);
        foreach (var move in charter.Steps ?? [])
        {
            MoveDue(move, turn);
        }

        Happened(PlanEventKind.Revised, turn);
        return null;
    }

    /// <summary>What of a charter does not fit this plan and its plant.</summary>
    private IEnumerable<Refusal?> Misfits(PlanCharter charter, PlanTurn turn)
    {
        var (leader, sponsor) = (charter.LeaderId ?? LeaderId, charter.SponsorId ?? SponsorId);
        yield return turn.IsOfPlant(leader, PlantId) ? null : Refusal.Invalid("leaderId", "personNotOfPlant");
        yield return charter.SponsorId is { } named && turn.People.ActorOf(named)?.May(Permission.SponsorPlan, PlantId) != true
            ? Refusal.Invalid("sponsorId", "sponsorMayNot")
            : null;
        yield return sponsor == leader ? Refusal.Invalid("sponsorId", "sponsorLeads") : null;
        yield return charter.AreaId is { } area && turn.People.Place(area)?.PlantId != PlantId ? Refusal.Invalid("areaId", "placeNotOfPlant") : null;
        yield return charter.Keys?.Any(k => k.PlaceId is { } place && turn.People.Place(place)?.PlantId != PlantId) == true
            ? Refusal.Invalid("keys", "placeNotOfPlant")
            : null;
        for (var i = 0; i < charter.Participants?.Count; i++)
        {
            yield return turn.IsOfPlant(charter.Participants[i].PersonId, PlantId)
                ? null
                : Refusal.Invalid($"participants[{i}].personId", "personNotOfPlant");
        }

        var day = turn.Today(PlantId);
        yield return charter.Deadline is { } deadline && deadline != Deadline && deadline < day ? Refusal.Invalid("deadline", "dayPast") : null;
        for (var i = 0; i < charter.Steps?.Count; i++)
        {
            yield return Step(charter.Steps[i].Step) is not { } step ? Refusal.Invalid($"steps[{i}].step", "stepUnknown", ("step", charter.Steps[i].Step))
                : step.IsSigned ? Refusal.Invalid($"steps[{i}].step", "stepSignedAlready", ("step", step.Code))
                : null;
        }
    }

    private void Take(PlanCharter given)
    {
        (Title, Perimeter) = (given.Title?.Trim() ?? Title, given.Perimeter is null ? Perimeter : Words.Given(given.Perimeter));
        (Keys, AreaId) = (given.Keys is null ? Keys : [.. given.Keys.Distinct()], given.AreaId ?? AreaId);
        (SponsorId, LeaderId) = (given.SponsorId ?? SponsorId, given.LeaderId ?? LeaderId);
        Participants = given.Participants is null
            ? Participants
            : [.. given.Participants.Select(p => new PlanParticipant(p.PersonId, p.Role?.Trim() ?? "", p.Mission?.Trim() ?? "", Words.Given(p.Skill)))];
        (FollowUpDays, Deadline) = (given.FollowUpDays ?? FollowUpDays, given.Deadline ?? Deadline);
        (Cost, Gain) = (given.Cost ?? Cost, given.Gain ?? Gain);
        if (given.Choices is { } choices)
        {
            Choices = new ArguedChoices(
                choices.Setting ?? Choices.Setting, choices.IsGroup ?? Choices.IsGroup, choices.Participants ?? Choices.Participants,
                choices.Method ?? Choices.Method, choices.Communication ?? Choices.Communication, choices.Deadline ?? Choices.Deadline);
        }

        if (given.Constraints is { } constraints)
        {
            Constraints = new Constraint4(
                constraints.Technical ?? Constraints.Technical, constraints.Quality ?? Constraints.Quality,
                constraints.Environment ?? Constraints.Environment, constraints.Safety ?? Constraints.Safety);
        }
    }
}
