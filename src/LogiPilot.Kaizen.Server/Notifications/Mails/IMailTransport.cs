using LogiPilot.Kaizen.Server.Notifications.Sending;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>Takes a mail away: to a server or into a folder.</summary>
public interface IMailTransport
{
    Task<SendResult> Send(Mail mail, CancellationToken cancellationToken);
}
