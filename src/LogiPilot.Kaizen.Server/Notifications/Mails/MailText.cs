using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>A mail as plain text: what is asked first.</summary>
public static class MailText
{
    public static string Of(MailContent content)
    {
        var colon = content.Language == Language.Fr ? "\u00a0: " : ": ";
        string[] facts =
        [
            .. content.Mark is { } mark ? [$"{MailLook.Of(mark.Severity).Shape} {mark.Word} · {mark.Kind}"] : (string[])[],
            .. content.Facts.Select(f => f.Name + colon + f.Value),
        ];
        string[] lines = [.. content.Lines.Select(l => "- " + l)];

        // Two hyphens and a space before the rest: mail programs leave it out of answers.
        string[] end =
        [
            content.Link.Text + colon.TrimEnd(), content.Link.Address, "", "-- ", content.Signature,
            content.Preferences.Text + colon + content.Preferences.Address, "",
        ];
        return string.Join(
            "\r\n", [content.Asked, "", .. facts, .. Gap(facts), .. lines, .. Gap(lines), .. end]).ReplaceLineEndings("\r\n");
    }

    private static string[] Gap(string[] before) => before.Length > 0 ? [""] : [];
}
