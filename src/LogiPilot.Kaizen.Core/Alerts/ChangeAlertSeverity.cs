using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Changes the severity; lowers it only with a reason.</summary>
[Needs(Permission.LeadAlert)]
public sealed record ChangeAlertSeverity(Guid AlertId, Severity Severity, string? Reason = null) : CommandOn;

public sealed class ChangeAlertSeverityHandler(AlertBook book) : IRequestHandler<ChangeAlertSeverity, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ChangeAlertSeverity request, CancellationToken cancellationToken) =>
        Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong
            ? tooLong
            : await book.Change(request.AlertId, request, alert => alert.ChangeSeverity(book.Actor, request.Severity, request.Reason, book.Now), cancellationToken);
}
