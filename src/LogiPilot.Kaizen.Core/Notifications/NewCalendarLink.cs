using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Gives the actor a new secret address for the calendar feed, known by its hash; the one before is revoked.</summary>
[Needs(Permission.Self)]
public sealed record NewCalendarLink(string Hash) : Command;

public sealed class NewCalendarLinkHandler(ICalendarLinkStore links, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<NewCalendarLink, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(NewCalendarLink request, CancellationToken cancellationToken)
    {
        if (current.Actor.PersonId is not { } personId)
        {
            return Task.FromResult<Outcome<Made>>(Refusal.NotFound("person"));
        }

        var now = clock.GetUtcNow();
        links.RevokeAll(personId, now);
        var link = new CalendarLink(Guid.CreateVersion7(now), personId, request.Hash, now);
        links.Add(link);
        return Task.FromResult<Outcome<Made>>((Made)link.Id);
    }
}
