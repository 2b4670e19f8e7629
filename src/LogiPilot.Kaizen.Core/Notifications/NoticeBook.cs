using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// The one door through which people are told of something: a notice each and a row of the outbox for each channel, in the transaction of
/// what happened. Never the one who did it, never twice, never somebody who has left the plant; nobody at all: nothing.
/// </summary>
public sealed class NoticeBook(
    INoticeStore notices, IOutboxStore outbox, IEnumerable<IWebhookTargets> webhooks, IDirectory directory, IEvents events,
    ICurrentActor current, TimeProvider clock)
{
    /// <summary>Answers how many people were told now.</summary>
    public async Task<int> Tell(NoticeEvent happened, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var (now, arguments) = (clock.GetUtcNow(), NoticeFacts.Write(happened.Facts));
        var told = new List<Guid>();
        foreach (var personId in happened.People.Distinct().Where(p => p != current.Actor.PersonId))
        {
            if (organisation.ActorOf(personId) is not { } actor || !actor.Sees(happened.PlantId))
            {
                continue;
            }

            var notice = Notice.To(personId, happened, arguments, now);
            if (await notices.Add(notice, cancellationToken))
            {
                told.Add(notice.Id);
                await Send(notice, organisation.Person(personId)!, happened.Channels, organisation, cancellationToken);
            }
        }

        if (happened.Channels.Contains(NoticeChannel.Webhook))
        {
            await Call(happened, arguments, now, cancellationToken);
        }

        if (told.Count > 0)
        {
            events.Raise(new PeopleTold(happened.PlantId, happened.SubjectId, told));
        }

        return told.Count;
    }

    private async Task Send(
        Notice notice, Person person, IReadOnlyCollection<NoticeChannel> channels, OrganisationPicture organisation,
        CancellationToken cancellationToken)
    {
        if (channels.Contains(NoticeChannel.App))
        {
            await outbox.Add(OutboxItem.For(notice, NoticeChannel.App, null, null), cancellationToken);
        }

        if (!channels.Contains(NoticeChannel.Mail) || person.Email is not { } address)
        {
            return;
        }

        var chosen = await notices.FindPreferences(person.Id, cancellationToken) ?? NoticePreferences.Of(person.Id);
        if (notice.IsUrgent || chosen.WantsMail(notice.Kind))
        {
            var heldUntil = notice.IsUrgent ? null : chosen.QuietUntil(notice.CreatedAt, organisation.ZoneOf(person));
            await outbox.Add(OutboxItem.For(notice, NoticeChannel.Mail, address, heldUntil), cancellationToken);
        }
    }

    private async Task Call(NoticeEvent happened, string arguments, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var source in webhooks)
        {
            foreach (var target in await source.For(happened, cancellationToken))
            {
                await outbox.Add(OutboxItem.ForWebhook(target.Id, target.Address, happened, arguments, now), cancellationToken);
            }
        }
    }
}
