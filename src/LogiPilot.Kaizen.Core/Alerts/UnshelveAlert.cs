using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A leader, or who looks after it, brings a shelved alert back before its time.</summary>
[Needs(Permission.TakeAlert)]
public sealed record UnshelveAlert(Guid AlertId) : CommandOn;

public sealed class UnshelveAlertHandler(AlertBook book) : IRequestHandler<UnshelveAlert, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(UnshelveAlert request, CancellationToken cancellationToken) =>
        book.Change(request.AlertId, request, alert => alert.Unshelve(book.Actor, book.Now), cancellationToken);
}
