using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Who was given an alert and has not confirmed refuses it: back to the giver who owned it and is on shift, else raised again.
/// </summary>
[Needs(Permission.TakeAlert)]
public sealed record RefuseAlert(Guid AlertId, string? Reason) : CommandOn;

public sealed class RefuseAlertHandler(AlertBook book, IDirectory directory) : IRequestHandler<RefuseAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RefuseAlert request, CancellationToken cancellationToken)
    {
        if (Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong)
        {
            return tooLong;
        }

        var people = await directory.Current(cancellationToken);
        return await book.Change(
            request.AlertId,
            request,
            alert => alert.Refuse(
                book.Actor, request.Reason, people.TakerNow(alert.Assignment?.ById, alert, book.Now), book.Now),
            cancellationToken);
    }
}
