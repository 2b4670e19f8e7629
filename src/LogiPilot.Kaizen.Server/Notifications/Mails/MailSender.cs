using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Sending;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>Sends rows of the outbox as mails, one at a time.</summary>
public sealed class MailSender(IServiceProvider services, MailComposer composer, IMailTransport transport, TimeProvider clock) : IOutboxSender
{
    public NoticeChannel Channel => NoticeChannel.Mail;

    public int AtOnce => 1;

    public async Task<SendResult> Send(OutboxItem item, CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        var picture = await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(cancellationToken);
        if (item.PersonId is not { } personId || picture.Person(personId) is not { } reader
            || picture.ActorOf(personId)?.Sees(item.PlantId) != true)
        {
            return SendResult.Dropped;
        }

        var alert = await scope.ServiceProvider.GetRequiredService<IAlertReader>().Find(item.SubjectId, cancellationToken);
        return await transport.Send(composer.Compose(item, reader, picture, alert, clock.GetUtcNow()), cancellationToken);
    }
}
