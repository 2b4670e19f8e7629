using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The owner has arrived and works on it.</summary>
[Needs(Permission.TakeAlert)]
public sealed record StartAlert(Guid AlertId) : CommandOn;

public sealed class StartAlertHandler(AlertBook book) : IRequestHandler<StartAlert, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(StartAlert request, CancellationToken cancellationToken) =>
        book.Change(request.AlertId, request, alert => alert.Start(book.Actor, book.Now), cancellationToken);
}
