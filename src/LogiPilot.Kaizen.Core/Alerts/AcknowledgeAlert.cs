using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Takes an alert; the expected time is when it should be over.</summary>
[Needs(Permission.TakeAlert)]
public sealed record AcknowledgeAlert(Guid AlertId, DateTimeOffset? ExpectedAt = null) : CommandOn;

public sealed class AcknowledgeAlertHandler(AlertBook book, IDirectory directory) : IRequestHandler<AcknowledgeAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AcknowledgeAlert request, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        return await book.Change(
            request.AlertId,
            request,
            alert => alert.Acknowledge(
                book.Actor, request.ExpectedAt, book.Now, people.EndFor(book.Actor.PersonId, alert.PlantId, book.Now)),
            cancellationToken);
    }
}
