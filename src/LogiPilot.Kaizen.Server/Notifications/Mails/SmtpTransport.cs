using System.Net;
using System.Net.Mail;
using LogiPilot.Kaizen.Server.Notifications.Sending;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>Hands mails to an SMTP server (RFC 5321), each on a connection of its own, encrypted by STARTTLS unless the settings say otherwise.</summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private const int FirstPermanent = 500;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public async Task<SendResult> Send(Mail mail, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        try
        {
            using var message = MailWriting.Write(mail, settings);
            using var client = new SmtpClient(settings.Host, settings.Port) 
            {
                EnableSsl = settings.StartTls, Timeout = (int)(patience + Grace).TotalMilliseconds,
            };
            if (settings.UserName is not null)
            {
                client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
            }

            // The client's own time-out would come as a failure like any other, in words alone.
            await client.SendMailAsync(message, cancellationToken).WaitAsync(patience, cancellationToken);
            return SendResult.Sent;
        }
        catch (FormatException wrong)
        {
            return SendResult.Refused(wrong);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode >= FirstPermanent)
        {
            // Only what is said of the address is final: a sender or a password that is refused is corrected, and the mails wait for it.
            return SendResult.Refused(refused);
        }
        catch (Exception failure) when (failure is SmtpException or TimeoutException)
        {
            return SendResult.Failed(failure);
        }
    }
}
