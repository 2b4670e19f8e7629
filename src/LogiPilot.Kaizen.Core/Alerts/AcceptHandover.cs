using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Somebody of the next shift takes over the alerts named (none: all that nobody accepted yet) as they stand. What ended meanwhile,
/// or has another owner since, stays with him.
/// </summary>
[Needs(Permission.TakeAlert)]
public sealed record AcceptHandover(Guid HandoverId, IReadOnlyList<Guid>? AlertIds = null) : CommandOn;

public sealed class AcceptHandoverHandler(HandoverAnswers answers, IAlertStore alerts, AlertBook book, IDirectory directory)
    : IRequestHandler<AcceptHandover, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AcceptHandover request, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        return await answers.Give(
            request.HandoverId,
            request.AlertIds,
            accepts: true,
            request,
            async (item, at) =>
            {
                var alert = (await alerts.Find(item.AlertId, cancellationToken))!;
                if (!alert.AwaitsNextShift)
                {
                    return item with { State = HandoverItemState.Accepted, ById = alert.OwnerId, At = book.Now };
                }

                if (alert.TakeOver(book.Actor, people.EndFor(book.Actor.PersonId, alert.PlantId, at), book.Now) is { } refusal)
                {
                    return refusal;
                }

                book.Save(alert);
                return item with { State = HandoverItemState.Accepted, ById = book.Actor.PersonId, At = book.Now };
            },
            cancellationToken);
    }
}
