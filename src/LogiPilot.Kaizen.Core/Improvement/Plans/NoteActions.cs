using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Listens: what happens to a plan's actions is in the plan's history, and changes nothing of the plan itself.</summary>
public sealed class NoteActions(PlanBook book) : INotificationHandler<ActionChanged>
{
    public async Task Handle(ActionChanged happened, CancellationToken cancellationToken)
    {
        if (happened.PlanId is not { } planId || await book.Store.Find(planId, cancellationToken) is not { } plan)
        {
            return;
        }

        var turn = await book.Turn(plan.PlantId, cancellationToken);
        turn = happened.ByItself ? turn with { Actor = Actor.System } : turn;
        var kind = happened.Step == ActionStep.Added ? PlanEventKind.ActionAdded : PlanEventKind.ActionChanged;
        plan.Note(kind, turn, null, null, ("action", happened.ActionId), ("number", happened.Number), ("change", happened.Step));
        book.Note(plan);
    }
}
