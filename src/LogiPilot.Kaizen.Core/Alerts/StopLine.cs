using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Says that a line stands still because of an alert of that line; without an alert, one of kind "other" is raised. A line has one
/// stop at a time. By the alert's raiser or a leader.
/// </summary>
[Needs(Permission.RaiseAlert)]
public sealed record StopLine(Guid LineId, Guid? AlertId = null, string? Reason = null) : CommandOn;

public sealed class StopLineHandler(AlertBook book, IAlertStore alerts, IDirectory directory, KindSettings kinds)
    : IRequestHandler<StopLine, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(StopLine request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (picture.Place(request.LineId) is not { Kind: PlaceKind.Line } line || !book.Actor.Sees(line.PlantId))
        {
            return Refusal.NotFound("line");
        }

        if (Words.TooLong("reason", request.Reason, Words.InText) is { } tooLong)
        {
            return tooLong;
        }

        var stop = await alerts.StoppedOn(line.Id, cancellationToken);
        if (stop is not null)
        {
            return Refusal.Conflict(
                "lineAlreadyStopped", ("number", stop.Number), ("state", stop.State), ("currentVersion", stop.Version),
                ("changed", Array.Empty<string>()));
        }

        return request.AlertId is { } alertId
            ? await book.Change(
                alertId,
                request,
                alert => alert.LineId == line.Id
                    ? alert.StopLine(book.Actor, request.Reason, book.Now)
                    : Refusal.Invalid("alertId", "alertOfOtherLine"),
                cancellationToken)
            : await Raise(line, request, cancellationToken);
    }

    private async Task<Outcome<Made>> Raise(Place line, StopLine request, CancellationToken cancellationToken)
    {
        if (!book.Actor.May(Permission.RaiseAlert, line.PlantId))
        {
            return Refusal.Forbidden(Permission.RaiseAlert);
        }

        var problem = new Problem(
            line.PlantId, AlertKind.Other, Severity.Critical, line.Id, line.AreaId, line.Id, Description: Words.Given(request.Reason));
        var report = new Report(book.Actor.PersonId, book.Now, book.Now);
        var alert = Alert.Raise(
            await book.NextNumber(line.PlantId, cancellationToken), problem, report, await kinds.Of(line.PlantId, problem.Kind, cancellationToken));
        alert.Stop(report, request.Reason);
        book.Add(alert);
        return (Made)alert.Id;
    }
}
