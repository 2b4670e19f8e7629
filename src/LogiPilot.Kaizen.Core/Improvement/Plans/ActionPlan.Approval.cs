using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Submitted to its sponsor and answered; methods.md: without an answer in 2 working days, reminded, then the level above.</content>
public sealed partial class ActionPlan
{
    public const int AnswerDays = 2;

    public Refusal? Submit(PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Submit, turn) is { } refusal)
        {
            return refusal;
        }

        if (Refusal.All([.. Lacks(turn)]) is { } missing)
        {
            return missing;
        }

        (State, SubmittedAt, SubmittedById, Reason, Reminders) = (PlanState.Submitted, turn.Now, turn.Actor.PersonId, null, 0);
        DueAt = AnswerDue(turn);
        Happened(PlanEventKind.Submitted, turn, null, null, ("sponsor", SponsorId));
        return null;
    }

    /// <summary>The sponsor's yes: the plan runs.</summary>
    public Refusal? Approve(string? comment, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Approve, turn) is { } refusal)
        {
            return refusal;
        }

        if (Words.TooLong("comment", comment, Words.InText) is { } wrong)
        {
            return wrong;
        }

        (State, ApprovedAt, ApprovedById, DueAt) = (PlanState.Running, turn.Now, turn.Actor.PersonId, null);
        Happened(PlanEventKind.Approved, turn, Words.Given(comment));
        return null;
    }

    /// <summary>The sponsor's no, with its reason: a draft again.</summary>
    public Refusal? Refuse(string? reason, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Refuse, turn) is { } refusal)
        {
            return refusal;
        }

        if ((Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        (State, Reason, DueAt) = (PlanState.Draft, reason!.Trim(), null);
        Happened(PlanEventKind.Refused, turn, Reason);
        return null;
    }

    /// <summary>Nobody answered in time. Answers who is asked now: the sponsor once more, then the managers of the plant.</summary>
    public IReadOnlyList<Guid> MissAnswer(PlanTurn turn)
    {
        Reminders++;
        DueAt = Reminders == 1 ? AnswerDue(turn) : null;
        Guid[] asked = Reminders == 1
            ? [.. new[] { SponsorId }.OfType<Guid>()]
            : [.. turn.People.People
                .Where(p => p is { IsActive: true, Kind: Organisation.PersonKind.Human } && p.Id != SponsorId && p.Id != LeaderId
                    && p.Memberships.Any(m => m.PlantId == PlantId && m.Role == Role.Manager))
                .Select(p => p.Id)];
        Happened(PlanEventKind.AnswerMissed, turn, null, null, ("sponsor", SponsorId), ("reminders", Reminders));
        return asked;
    }

    private DateTimeOffset AnswerDue(PlanTurn turn) => WorkingDays.After(turn.People.Calendar(PlantId, null), turn.Now, AnswerDays);

    private IEnumerable<Refusal?> Lacks(PlanTurn turn)
    {
        yield return SponsorId is null ? Refusal.Invalid("sponsorId", "planLacksSponsor") : null;
        yield return SponsorId is { } sponsor && turn.People.ActorOf(sponsor)?.May(Permission.SponsorPlan, PlantId) != true
            ? Refusal.Invalid("sponsorId", "sponsorMayNot")
            : null;
        yield return IsOverLimit(Cost, turn) && SponsorId is { } named && turn.People.ActorOf(named) is { } person && !DecidesOnAll(person)
            ? Refusal.Invalid("sponsorId", "sponsorUnderLimit", ("limit", turn.CostLimit!.Amount))
            : null;
        yield return Choices.IsGroup is null || Choices.Setting is null ? Refusal.Invalid("choices.setting", "planLacksSetting") : null;
        yield return Choices.Participants is null ? Refusal.Invalid("choices.participants", "planLacksWhyParticipants") : null;
        yield return Choices.Method is null ? Refusal.Invalid("choices.method", "planLacksWhyMethod") : null;
        yield return Choices.Communication is null ? Refusal.Invalid("choices.communication", "planLacksCommunication") : null;
        yield return Choices.Deadline is null ? Refusal.Invalid("choices.deadline", "planLacksWhyDeadline") : null;
        yield return Choices.IsGroup == true && Participants.Count == 0 ? Refusal.Invalid("participants", "planLacksParticipants") : null;
        for (var i = 0; i < Participants.Count; i++)
        {
            var name = turn.People.NamePerson(Participants[i].PersonId)?.Name;
            yield return Participants[i].Role.Length == 0 ? Refusal.Invalid($"participants[{i}].role", "participantLacksRole", ("name", name)) : null;
            yield return Participants[i].Mission.Length == 0
                ? Refusal.Invalid($"participants[{i}].mission", "participantLacksMission", ("name", name))
                : null;
        }

        yield return Deadline is null ? Refusal.Invalid("deadline", "planLacksDeadline") : null;
        yield return FollowUpDays is null ? Refusal.Invalid("followUpDays", "planLacksFollowUp") : null;
    }
}
