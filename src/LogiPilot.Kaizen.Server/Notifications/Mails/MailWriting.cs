using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>Writes a mail as Internet mail: text and HTML side by side, and headers that say who sends it, about what and that no answer is read.</summary>
public static class MailWriting
{
    /// <exception cref="FormatException">The address is none.</exception>
    public static MailMessage Write(Mail mail, MailSettings settings)
    {
        var sender = settings.Sender;
        var message = new MailMessage(new MailAddress(sender.Address, sender.DisplayName, Encoding.UTF8), new MailAddress(mail.Address, OneLine(mail.Name), Encoding.UTF8))
        {
            Subject = OneLine(mail.Content.Subject), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
            Priority = mail.IsUrgent ? MailPriority.High : MailPriority.Normal,
        };
        message.Headers.Add("Date", mail.At.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + "+0000");
        message.Headers.Add("Message-ID", mail.MessageId);
        if (mail.Thread is { } thread)
        {
            message.Headers.Add("In-Reply-To", thread);
            message.Headers.Add("References", thread);
        }

        // RFC 3834, and Outlook's own word for it: nobody's absence is answered to us.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("List-Unsubscribe", $"<{mail.Content.Preferences.Address}>");
        message.Headers.Add("Content-Language", mail.Content.Language == Core.Shared.Language.Fr ? "fr" : "en");
        message.AlternateViews.Add(View(MailText.Of(mail.Content), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(MailHtml.Of(mail.Content), MediaTypeNames.Text.Html));
        return message;
    }

    /// <summary>What stands in a header never ends its line: everything that could becomes a blank.</summary>
    public static string OneLine(string text) => string.Join(
        ' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
