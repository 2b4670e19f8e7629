using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The line runs again: ends its stop, by the raiser of the alert that stopped it or a leader. The alert stays as it is.</summary>
[Needs(Permission.RaiseAlert)]
public sealed record RestartLine(Guid LineId) : CommandOn;

public sealed class RestartLineHandler(AlertBook book, IAlertStore alerts, IDirectory directory)
    : IRequestHandler<RestartLine, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RestartLine request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (picture.Place(request.LineId) is not { Kind: PlaceKind.Line } line || !book.Actor.Sees(line.PlantId))
        {
            return Refusal.NotFound("line");
        }

        return await alerts.StoppedOn(line.Id, cancellationToken) is { } stop
            ? await book.Change(stop.Id, request, alert => alert.RestartLine(book.Actor, book.Now), cancellationToken)
            : Refusal.Conflict("lineNotStopped", ("changed", Array.Empty<string>()));
    }
}
