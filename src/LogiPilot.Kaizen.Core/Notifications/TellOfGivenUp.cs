using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The plant's administrators are told, in the application alone, what could not be sent: a mail about a mail would not arrive either.</summary>
public sealed class TellOfGivenUp(NoticeBook book, IOutboxStore outbox, IDirectory directory) : INotificationHandler<SendingGivenUp>
{
    public async Task Handle(SendingGivenUp notification, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        if (await outbox.Find(notification.ItemId, cancellationToken) is not { } item)
        {
            return;
        }

        var administrators = organisation.People
            .Where(p => organisation.Memberships(p).Any(m => m.PlantId == item.PlantId && m.Role == Role.Admin)).Select(p => p.Id).ToList();
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["address"] = item.Address, ["count"] = item.Attempts, ["error"] = item.LastError,
        };
        await book.Tell(
            new NoticeEvent(
                item.PlantId, $"dead:{item.Id}:{item.Version}", NoticeKind.MailDead, item.Id, administrators, [NoticeChannel.App], facts),
            cancellationToken);
    }
}
