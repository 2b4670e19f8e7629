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
                EnableSsl = settings.StartTls, Timeout = (int)patience.TotalMilliseconds,
            };
            if (settings.UserName is not null)
            {
                client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
            }

            // The client's own time-out says what it waited for; the other holds whatever it does.
            await client.SendMailAsync(message, cancellationToken).WaitAsync(patience + Grace, cancellationToken);
            return SendResult.Sent;
        }
        catch (FormatException wrong)
        {
            return SendResult.Refused(wrong.Message);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode >= FirstPermanent)
        {
            // Only what is said of the address is final: a sender or a password that is refused is corrected, and the mails wait for it.
            return SendResult.Refused(Said(refused));
        }
        catch (SmtpException failure)
        {
            return SendResult.Failed(Said(failure));
        }
        catch (TimeoutException late)
        {
            return SendResult.Failed(Said(late));
        }
    }

    /// <summary>With the reason beneath: a general failure says nothing alone.</summary>
    private static string Said(Exception failure)
    {
        var said = new List<string>();
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            said.Add(inner.Message);
        }

        return string.Join(' ', said.Distinct(StringComparer.Ordinal));
    }
}
