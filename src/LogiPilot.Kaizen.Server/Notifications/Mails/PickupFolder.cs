using System.Net.Mail;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Sending;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>
/// Without an SMTP server, each mail is a file <c>mail/{id}.eml</c> of the data folder: written under another name, flushed to the disk,
/// then renamed, so that whoever picks it up finds it whole. Sent again, it is the same file.
/// </summary>
public sealed class PickupFolder(DataFolder data, MailSettings settings) : IMailTransport
{
    private readonly string _folder = data.File("mail");

    public async Task<SendResult> Send(Mail mail, CancellationToken cancellationToken)
    {
        var writing = Path.Combine(_folder, $"{mail.Id:N}.writing");
        if (Directory.Exists(writing))
        {
            // A server that died while it wrote left it: half a mail, or one that was renamed already.
            Directory.Delete(writing, recursive: true);
        }

        Directory.CreateDirectory(writing);
        using (var message = MailWriting.Write(mail, settings))
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = writing })
        {
            await client.SendMailAsync(message, cancellationToken);
        }

        var written = Path.Combine(_folder, $"{mail.Id:N}.tmp");
        await using (var file = new FileStream(written, FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(WithoutEnvelope(await File.ReadAllBytesAsync(Directory.GetFiles(writing).Single(), cancellationToken)), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, Path.Combine(_folder, $"{mail.Id:N}.eml"), overwrite: true);
        Directory.Delete(writing, recursive: true);
        return SendResult.Sent;
    }

    /// <summary>System.Net.Mail puts the envelope before the headers, for another product's pickup.</summary>
    private static ReadOnlyMemory<byte> WithoutEnvelope(byte[] mail)
    {
        ReadOnlyMemory<byte> rest = mail;
        while (rest.Span.StartsWith("X-Sender:"u8) || rest.Span.StartsWith("X-Receiver:"u8))
        {
            rest = rest[(rest.Span.IndexOf((byte)'\n') + 1)..];
        }

        return rest;
    }
}
