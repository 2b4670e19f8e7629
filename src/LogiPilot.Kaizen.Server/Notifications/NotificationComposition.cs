using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;

namespace LogiPilot.Kaizen.Server.Notifications;

/// <summary>Who is told of what, and what reminds them.</summary>
public static class NotificationComposition
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<NoticeTexts>()
        .AddScoped<NoticeBook>()
        .AddScoped<PlanNotices>()
        .AddScoped<NoticeTruth>()
        .AddScoped<IReach, Reach>()
        .AddScoped<IReminderSource, ShelfReminders>()
        .AddScoped<IReminderSource, ActionReminders>()
        .AddScoped<IReminderSource, PlanReminders>()
        .AddScoped<IMondaySource, PlanLines>()
        .AddScoped<IDigestSource, ActionLines>()
        .AddScoped<IDigestSource, HandoverLines>();
}
