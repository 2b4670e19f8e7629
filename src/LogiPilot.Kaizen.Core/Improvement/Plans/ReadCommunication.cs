using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>The caller has read it.</summary>
[Needs(Permission.SeePlans)]
public sealed record ReadCommunication(Guid CommunicationId) : Command;

public sealed class ReadCommunicationHandler(PlanBook book) : IRequestHandler<ReadCommunication, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReadCommunication request, CancellationToken cancellationToken)
    {
        if (await book.Store.FindCommunication(request.CommunicationId, cancellationToken) is not { } communication
            || await book.Store.Find(communication.PlanId, cancellationToken) is not { } plan
            || book.Actor.PersonId is not { } reader
            || !book.Actor.Sees(plan.PlantId))
        {
            return Refusal.NotFound("communication");
        }

        if (communication.WhyNotRead(book.Actor) is { } refusal)
        {
            return refusal;
        }

        if (communication.Read(reader, book.Now))
        {
            book.Store.Save(communication);
        }

        return new Made([plan.Id, communication.Id]);
    }
}
