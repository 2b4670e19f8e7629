using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A leader gives an alert to a person who may take it and has 10 min to confirm.</summary>
[Needs(Permission.LeadAlert)]
public sealed record AssignAlert(Guid AlertId, Guid PersonId) : CommandOn;

public sealed class AssignAlertHandler(AlertBook book, IDirectory directory) : IRequestHandler<AssignAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AssignAlert request, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        return await book.Change(
            request.AlertId,
            request,
            alert => people.ActorOf(request.PersonId) is { } assignee && assignee.Sees(alert.PlantId)
                ? alert.Assign(book.Actor, assignee, book.Now, people.EndFor(assignee.PersonId, alert.PlantId, book.Now))
                : alert.WhyNot(AlertCommandName.Assign, book.Actor, book.Now) ?? Refusal.NotFound("person"),
            cancellationToken);
    }
}
