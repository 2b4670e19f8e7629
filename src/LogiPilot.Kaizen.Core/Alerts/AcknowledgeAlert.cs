using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Takes an alert; the expected time is when it should be over.</summary>
[Needs(Permission.TakeAlert)]
public sealed record AcknowledgeAlert(Guid AlertId, DateTimeOffset? ExpectedAt = null) : CommandOn;

public sealed class AcknowledgeAlertHandler(AlertBook book) : IRequestHandler<AcknowledgeAlert, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(AcknowledgeAlert request, CancellationToken cancellationToken) =>
        book.Change(request.AlertId, request, alert => alert.Acknowledge(book.Actor, request.ExpectedAt, book.Now), cancellationToken);
}
