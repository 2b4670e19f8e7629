using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>Colour and shape of a severity as the screens have them; each pair of colours at least 7:1.</summary>
public sealed record MailLook(string Shape, string Ground, string Text)
{
    /// <summary>Of a mail that is about no alert.</summary>
    public static readonly MailLook Plain = new("", "#0b4a9c", "#ffffff");

    public static MailLook Of(Severity severity) => severity switch
    {
        Severity.Critical => new("⬢", "#a8071a", "#ffffff"),
        Severity.Major => new("▲", "#a8071a", "#ffffff"),
        Severity.Minor => new("◆", "#ffc53d", "#1a1300"),
        _ => new("●", "#0b4a9c", "#ffffff"),
    };
}
