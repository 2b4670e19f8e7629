using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// A leader puts an alert out of sight, at most until the next change of shift (8 h without a calendar). Who looks after it is
/// <see cref="OwnerId"/>, else its owner, else the leader.
/// </summary>
[Needs(Permission.LeadAlert)]
public sealed record ShelveAlert(Guid AlertId, string? Reason, DateTimeOffset? Until, Guid? OwnerId = null) : CommandOn;

public sealed class ShelveAlertHandler(AlertBook book, IDirectory directory) : IRequestHandler<ShelveAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ShelveAlert request, CancellationToken cancellationToken)
    {
        if (Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong)
        {
            return tooLong;
        }

        var people = await directory.Current(cancellationToken);
        var keeper = request.OwnerId is { } ownerId ? people.ActorOf(ownerId) : null;
        return await book.Change(
            request.AlertId,
            request,
            alert => request.OwnerId is not null && keeper?.Sees(alert.PlantId) != true
                ? alert.WhyNot(AlertCommandName.Shelve, book.Actor, book.Now) ?? Refusal.NotFound("person")
                : alert.Shelve(book.Actor, request.Reason, request.Until, keeper, people.NextBoundary(alert, book.Now), book.Now),
            cancellationToken);
    }
}
