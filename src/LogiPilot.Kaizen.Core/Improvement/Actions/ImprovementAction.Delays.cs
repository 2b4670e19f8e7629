using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <content>Argued delays: asked, accepted, refused.</content>
public sealed partial class ImprovementAction
{
    /// <summary>A later date is asked for, with its reasons; until it is accepted the date stays.</summary>
    public Refusal? ArgueDelay(ActionTurn turn, string? cause, string? impact, string? measures, DateOnly newDueOn)
    {
        if (WhyNot(ActionCommandName.ArgueDelay, turn) is { } refusal)
        {
            return refusal;
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
        if ((MayAnswer(ActionCommandName.AcceptDelay, turn, delayId) ?? Words.TooLong("answer", answer, Words.InText)) is { } refusal)
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
        if ((MayAnswer(ActionCommandName.RefuseDelay, turn, delayId) ?? Argument("answer", answer)) is { } refusal)
        {
            return refusal;
        }

        Answer(AskedDelay!, DelayState.Refused, answer, turn);
        Happened(ActionStep.DelayRefused);
        return null;
    }

    private Refusal? MayAnswer(ActionCommandName command, ActionTurn turn, Guid? delayId) =>
        WhyNot(command, turn) ?? (delayId is { } named && named != AskedDelay!.Id ? Conflict("delayNotAsked") : null);

    private void Answer(ArguedDelay asked, DelayState state, string? answer, ActionTurn turn) => Delays =
    [
        .. Delays.Select(d => d.Id != asked.Id ? d : d with
        {
            State = state, Answer = Words.Given(answer), AnsweredById = turn.Actor.PersonId, AnsweredAt = turn.Now,
        }),
    ];

    private static Refusal? Argument(string field, string? text) => Words.Missing(field, text) ?? Words.TooLong(field, text, Words.InText);
}
