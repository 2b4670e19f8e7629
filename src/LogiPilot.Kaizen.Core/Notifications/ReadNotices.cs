using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The actor has read notices: those with these ids, or all. What was read was shown: it is confirmed too.</summary>
[Needs(Permission.Self)]
public sealed record ReadNotices(IReadOnlyList<Guid>? Ids = null, bool All = false) : Command;

public sealed class ReadNoticesHandler(
    INoticeStore notices, IOutboxStore outbox, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ReadNotices, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReadNotices request, CancellationToken cancellationToken)
    {
        if (current.Actor.PersonId is not { } personId)
        {
            return Refusal.NotFound("person");
        }

        var ids = request.Ids ?? [];
        if (!request.All && ids.Count is 0 or > FilterTooLargeException.MostValues)
        {
            return Refusal.Invalid("ids", "noticeIdsNeeded", ("most", FilterTooLargeException.MostValues));
        }

        var now = clock.GetUtcNow();
        var read = request.All ? await notices.Unread(personId, cancellationToken) : await notices.Of(personId, ids, cancellationToken);
        foreach (var notice in read.Where(n => n.Read(now)).ToList())
        {
            notices.Save(notice);
        }

        foreach (var row in await outbox.Unconfirmed([.. read.Select(n => n.Id)], cancellationToken))
        {
            row.Send(now);
            outbox.Save(row);
        }

        events.Raise(new NoticesRead(personId));
        return new Made([personId, .. read.Select(n => n.Id)]);
    }
}
