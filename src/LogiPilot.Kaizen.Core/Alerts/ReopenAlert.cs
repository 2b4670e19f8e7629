using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>It was not done after all, within 7 days; only the last alert on a problem is reopened.</summary>
[Needs(Permission.CloseAlert)]
public sealed record ReopenAlert(Guid AlertId, string? Reason) : CommandOn;

public sealed class ReopenAlertHandler(AlertBook book, IAlertStore alerts) : IRequestHandler<ReopenAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReopenAlert request, CancellationToken cancellationToken)
    {
        if (Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong)
        {
            return tooLong;
        }

        var found = await book.Find(request.AlertId, request, cancellationToken);
        if (found.Refusal is null && found.Value.Key.Joins
            && found.Value.WhyNot(AlertCommandName.Reopen, book.Actor, book.Now) is null
            && await alerts.LastOn(found.Value.PlantId, found.Value.Key, cancellationToken) is { } last && last.Id != found.Value.Id)
        {
            return Refusal.Conflict(
                last.IsOpen ? "twinIsOpen" : "laterAlertEnded", ("number", last.Number), ("state", found.Value.State),
                ("currentVersion", found.Value.Version), ("changed", Array.Empty<string>()));
        }

        return await book.Change(request.AlertId, request, alert => alert.Reopen(book.Actor, request.Reason, book.Now), cancellationToken);
    }
}
