using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Says what caused it and what was done. While the condition still holds, <see cref="Reason"/> and <see cref="HoldUntil"/> (8 h
/// at most) are needed; if it holds then, the same alert reopens.
/// </summary>
[Needs(Permission.TakeAlert)]
public sealed record ResolveAlert(
    Guid AlertId, string? CauseCode, string? Resolution, string? Reason = null, DateTimeOffset? HoldUntil = null) : CommandOn;

public sealed class ResolveAlertHandler(AlertBook book) : IRequestHandler<ResolveAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ResolveAlert request, CancellationToken cancellationToken)
    {
        var tooLong = Words.TooLong("resolution", request.Resolution, Words.InText)
            ?? Words.TooLong("reason", request.Reason, Words.InText);
        var remedy = new Remedy(request.CauseCode, request.Resolution, request.Reason, request.HoldUntil);
        return tooLong is not null
            ? tooLong
            : await book.Change(request.AlertId, request, alert => alert.Resolve(book.Actor, remedy, book.Now), cancellationToken);
    }
}
