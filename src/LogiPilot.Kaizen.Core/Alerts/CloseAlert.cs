using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Agrees that a resolved alert is done; with the cause when nobody gave it yet.</summary>
[Needs(Permission.CloseAlert)]
public sealed record CloseAlert(Guid AlertId, string? CauseCode = null) : CommandOn;

public sealed class CloseAlertHandler(AlertBook book) : IRequestHandler<CloseAlert, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(CloseAlert request, CancellationToken cancellationToken) =>
        book.Change(request.AlertId, request, alert => alert.Close(book.Actor, request.CauseCode, book.Now), cancellationToken);
}
