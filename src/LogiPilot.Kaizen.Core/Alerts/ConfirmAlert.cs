using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The assignee has seen what was given to him.</summary>
[Needs(Permission.TakeAlert)]
public sealed record ConfirmAlert(Guid AlertId) : CommandOn;

public sealed class ConfirmAlertHandler(AlertBook book) : IRequestHandler<ConfirmAlert, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(ConfirmAlert request, CancellationToken cancellationToken) =>
        book.Change(request.AlertId, request, alert => alert.Confirm(book.Actor, book.Now), cancellationToken);
}
