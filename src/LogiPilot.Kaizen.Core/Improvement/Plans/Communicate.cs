using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Tells people something of a plan; who has read it is kept.</summary>
[Needs(Permission.LeadPlan)]
public sealed record Communicate(Guid PlanId, string? Text, IReadOnlyList<Guid> ToIds) : Command;

public sealed class CommunicateHandler(PlanBook book) : IRequestHandler<Communicate, Outcome<Made>>
{
    private const int Most = 200;

    public async Task<Outcome<Made>> Handle(Communicate request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.PlanId, null, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        if (plan.WhyNot(PlanCommandName.Communicate, turn) is { } forbidden)
        {
            return Alerts.AlertBook.Name(forbidden, turn.People, plan.PlantId);
        }

        Guid[] to = [.. request.ToIds.Distinct()];
        if (Refusal.All([
            Words.Missing("text", request.Text) ?? Words.TooLong("text", request.Text, Words.InText),
            to.Length is 0 or > Most ? Refusal.Invalid("toIds", "communicationTo", ("most", Most)) : null,
            .. to.Select((p, i) => turn.IsOfPlant(p, plan.PlantId) ? null : Refusal.Invalid($"toIds[{i}]", "personNotOfPlant"))]) is { } wrong)
        {
            return wrong;
        }

        var communication = Communication.Send(plan.Id, turn.Actor.PersonId, request.Text!.Trim(), to, turn.Now);
        book.Store.Add(communication);
        plan.Note(PlanEventKind.Told, turn, communication.Text, null, ("communication", communication.Id), ("count", to.Length));
        book.Note(plan);
        book.Raise(new PlanCommunicated(plan.PlantId, plan.Id, communication.Id, turn.Actor.PersonId, to));
        return new Made([plan.Id, communication.Id]);
    }
}
