using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Sweep: what quiet hours held is sent once they end, if it is still true; of several about one thing the last alone. Answers with how
/// many rows it decided on; as many as the limit: ask again. The people left out are those with whom it failed before.
/// </summary>
/// <exception cref="DueFailedException">What was due of a person failed: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record ReleaseHeldNotices(int Limit = 500, IReadOnlyCollection<Guid>? Except = null) : ICommand<int>;

public sealed class ReleaseHeldNoticesHandler(
    IOutboxStore outbox, INoticeStore notices, NoticeTruth truth, IDirectory directory, Telling telling, TimeProvider clock)
    : IRequestHandler<ReleaseHeldNotices, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ReleaseHeldNotices request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organisation = await directory.Current(cancellationToken);
        var ended = await outbox.HoldEnded(now, request.Except ?? [], request.Limit, cancellationToken);
        foreach (var ofPerson in ended.GroupBy(i => i.PersonId!.Value))
        {
            await telling.Due(ofPerson.Key, () => Release(ofPerson.Key, [.. ofPerson], organisation, now, cancellationToken), cancellationToken);
        }

        return ended.Count;
    }

    private async Task Release(
        Guid personId, IReadOnlyList<OutboxItem> held, OrganisationPicture organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (person, actor) = (organisation.Person(personId), organisation.ActorOf(personId));
        var chosen = await notices.FindPreferences(personId, cancellationToken) ?? NoticePreferences.Of(personId);
        var asked = new List<OutboxItem>();
        foreach (var item in held.Where(i => person?.Email is not null && actor?.Sees(i.PlantId) == true && chosen.WantsMail(i.Kind)))
        {
            if (await truth.StillHolds(item, cancellationToken))
            {
                asked.Add(item);
            }
        }

        var last = asked.GroupBy(i => (i.SubjectId, i.Channel)).Select(g => g.Last().Id).ToHashSet();
        foreach (var item in held)
        {
            if (!last.Contains(item.Id))
            {
                item.Drop();
            }
            else if (chosen.QuietUntil(now, organisation.ZoneOf(person!)) is { } later)
            {
                item.Hold(later);
            }
            else
            {
                item.Release(now);
            }

            outbox.Save(item);
        }
    }
}
