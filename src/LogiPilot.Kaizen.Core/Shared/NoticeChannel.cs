namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>By what somebody is told: in the application, by mail, on the screens, by a webhook.</summary>
public enum NoticeChannel
{
    App,
    Mail,
    Screen,
    Webhook,
}
