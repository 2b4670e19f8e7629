using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The owner, or a leader, gives an alert on to a person who may take it and has 10 min to confirm or refuse.</summary>
[Needs(Permission.TakeAlert)]
public sealed record TransferAlert(Guid AlertId, Guid PersonId, string? Note = null) : CommandOn;

public sealed class TransferAlertHandler(AlertBook book, IDirectory directory) : IRequestHandler<TransferAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(TransferAlert request, CancellationToken cancellationToken)
    {
        if (Words.TooLong("note", request.Note, Words.InText) is { } tooLong)
        {
            return tooLong;
        }

        var people = await directory.Current(cancellationToken);
        return await book.Change(
            request.AlertId,
            request,
            alert => people.ActorOf(request.PersonId) is { } receiver && receiver.Sees(alert.PlantId)
                ? alert.Transfer(
                    book.Actor, receiver, request.Note, people.EndFor(receiver.PersonId, alert.PlantId, book.Now), book.Now)
                : alert.WhyNot(AlertCommandName.Transfer, book.Actor, book.Now) ?? Refusal.NotFound("person"),
            cancellationToken);
    }
}
