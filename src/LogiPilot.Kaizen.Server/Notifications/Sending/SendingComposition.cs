using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Mails;
using LogiPilot.Kaizen.Server.Notifications.Webhooks;

namespace LogiPilot.Kaizen.Server.Notifications.Sending;

/// <summary>What leaves the house, and by which way.</summary>
public static class SendingComposition
{
    public static IServiceCollection AddSending(this IServiceCollection services, KaizenSettings settings)
    {
        _ = settings.Mail.UsesPickup
            ? services.AddSingleton<IMailTransport, PickupFolder>()
            : services.AddSingleton<IMailTransport, SmtpTransport>();
        return services
            .AddSingleton(settings.Mail)
            .AddSingleton<PublicAddress>()
            .AddSingleton<MailComposer>()
            .AddSingleton<IOutboxSender, MailSender>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<IOutboxSender>(s => s.GetRequiredService<WebhookSender>())
            .AddScoped<IWebhookTargets, WebhookTargets>()
            .AddSingleton<OutboxSending>()
            .AddHostedService<SendingLoop>();
    }
}
