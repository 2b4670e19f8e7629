using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>A device of the actor has shown notices: in the application they are sent. Ids of others and repeats change nothing.</summary>
[Needs(Permission.Self)]
public sealed record ConfirmNotices(IReadOnlyList<Guid> Ids) : ICommand<int>;

public sealed class ConfirmNoticesHandler(INoticeStore notices, IOutboxStore outbox, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ConfirmNotices, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ConfirmNotices request, CancellationToken cancellationToken)
    {
        if (current.Actor.PersonId is not { } personId || request.Ids.Count is 0 or > FilterTooLargeException.MostValues)
        {
            return 0;
        }

        var own = await notices.Of(personId, request.Ids, cancellationToken);
        var unconfirmed = await outbox.Unconfirmed([.. own.Select(n => n.Id)], cancellationToken);
        foreach (var row in unconfirmed)
        {
            row.Send(clock.GetUtcNow());
            outbox.Save(row);
        }

        return unconfirmed.Count;
    }
}
