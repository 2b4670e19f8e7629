using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <content>Argued delays: asked, accepted, refused.</content>
public sealed partial class ImprovementAction
{
    /// <summary>A later date is asked for, with its reasons; until it is accepted the date stays.</summary>
    public Refusal? ArgueDelay(ActionTurn turn, string? cause, string? impact, string? measures, DateOnly newDueOn)
    {
        if (!turn.Owns(this) && !turn.Leads(this))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenDoAction", ("permission", Permission.LeadPlan), ("owner", OwnerId));
        }

        if (!IsOpen)
        {
            return Conflict("actionNotOpen");
        }

        if (AskedDelay is not null)
        {
            return Conflict("delayAsked");
        }

        if (Refusal.All([
            Argument("cause", cause), Argument("impact", impact), Argument("measures", measures), CheckDay("newDueOn", newDueOn, turn.Today)
                ?? (newDueOn <= DueOn ? Refusal.Invalid("newDueOn", "delayNotLater") : null)]) is { } wrong)
        {
            return wrong;
        }

        Delays =
        [
            .. Delays,
            new(Guid.CreateVersion7(turn.Now), cause!.Trim(), impact!.Trim(), measures!.Trim(), DueOn, newDueOn, turn.Actor.PersonId, turn.Now),
        ];
        Happened(ActionStep.DelayAsked);
        return null;
    }

    /// <summary>The date moves; the original one stays what it was.</summary>
    public Refusal? AcceptDelay(ActionTurn turn, Guid? delayId, string? answer)
    {
        if ((MayAnswer(turn, delayId) ?? Words.TooLong("answer", answer, Words.InText)) is { } refusal)
        {
            return refusal;
        }

        var asked = AskedDelay!;
        if (asked.NewDueOn < turn.Today)
        {
            return Refusal.Invalid("delayId", "delayDatePast");
        }

        Answer(asked, DelayState.Accepted, answer, turn);
        DueOn = asked.NewDueOn;
        Happened(ActionStep.DelayAccepted);
        return null;
    }

    public Refusal? RefuseDelay(ActionTurn turn, Guid? delayId, string? answer)
    {
        if ((MayAnswer(turn, delayId) ?? Argument("answer", answer)) is { } refusal)
        {
            return refusal;
        }

        Answer(AskedDelay!, DelayState.Refused, answer, turn);
        Happened(ActionStep.DelayRefused);
        return null;
    }

    private Refusal? MayAnswer(ActionTurn turn, Guid? delayId) =>
        !turn.Sponsors(this) ? Refusal.Of(RefusalCode.Forbidden, "forbiddenAnswerDelay", ("permission", Permission.SponsorPlan))
        : AskedDelay is not { } asked || (delayId is { } named && named != asked.Id) ? Conflict("delayNotAsked")
        : asked.AskedById == turn.Actor.PersonId ? Refusal.Of(RefusalCode.Forbidden, "forbiddenAnswerOwnDelay", ("permission", Permission.SponsorPlan))
        : null;

    private void Answer(ArguedDelay asked, DelayState state, string? answer, ActionTurn turn) => Delays =
    [
        .. Delays.Select(d => d.Id != asked.Id ? d : d with
        {
            State = state, Answer = Words.Given(answer), AnsweredById = turn.Actor.PersonId, AnsweredAt = turn.Now,
        }),
    ];

    private static Refusal? Argument(string field, string? text) => Words.Missing(field, text) ?? Words.TooLong(field, text, Words.InText);
}
