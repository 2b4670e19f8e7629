using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The owner cannot do it; or a leader takes it from him.</summary>
[Needs(Permission.TakeAlert)]
public sealed record ReleaseAlert(Guid AlertId, string? Reason) : CommandOn;

public sealed class ReleaseAlertHandler(AlertBook book) : IRequestHandler<ReleaseAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReleaseAlert request, CancellationToken cancellationToken) =>
        Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong
            ? tooLong
            : await book.Change(request.AlertId, request, alert => alert.Release(book.Actor, request.Reason, book.Now), cancellationToken);
}
