using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>A page of the actor's own notices, newest first: not those of a plant that the actor has left.</summary>
[Needs(Permission.Self)]
public sealed record ListNotices(bool UnreadOnly, PageRequest Page) : IQuery<Page<Notice>>;

public sealed class ListNoticesHandler(INoticeReader reader, ICurrentActor current) : IRequestHandler<ListNotices, Outcome<Page<Notice>>>
{
    public async Task<Outcome<Page<Notice>>> Handle(ListNotices request, CancellationToken cancellationToken) =>
        current.Actor.PersonId is { } personId
            ? await reader.List(personId, [.. current.Actor.PlantIds], request.UnreadOnly, request.Page, cancellationToken)
            : new Page<Notice>([], HasNext: false, HasPrevious: false, 0);
}
