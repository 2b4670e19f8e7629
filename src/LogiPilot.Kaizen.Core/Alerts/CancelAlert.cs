using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Says that an alert is a false alarm; while its condition holds, until when.</summary>
[Needs(Permission.CancelAlert)]
public sealed record CancelAlert(Guid AlertId, string? Reason, DateTimeOffset? HoldUntil = null) : CommandOn;

public sealed class CancelAlertHandler(AlertBook book) : IRequestHandler<CancelAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(CancelAlert request, CancellationToken cancellationToken) =>
        Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong
            ? tooLong
            : await book.Change(request.AlertId, request, alert => alert.Cancel(book.Actor, request.Reason, request.HoldUntil, book.Now), cancellationToken);
}
