using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>A page of what was and is to be sent in the plants that the actor administers, newest first.</summary>
[Needs(Permission.Administer)]
public sealed record ListOutbox(OutboxFilter Filter, PageRequest Page) : IQuery<Page<OutboxItem>>;

public sealed class ListOutboxHandler(INoticeReader reader, ICurrentActor current) : IRequestHandler<ListOutbox, Outcome<Page<OutboxItem>>>
{
    public async Task<Outcome<Page<OutboxItem>>> Handle(ListOutbox request, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantIds.Where(p => current.Actor.May(Permission.Administer, p)).ToList();
        return await reader.Outbox(plants, request.Filter, request.Page, cancellationToken);
    }
}
