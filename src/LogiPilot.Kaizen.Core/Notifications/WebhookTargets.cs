using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The active webhooks of the plant that want the kind and the severity of the alert.</summary>
public sealed class WebhookTargets(IWebhookStore webhooks) : IWebhookTargets
{
    public async Task<IReadOnlyList<WebhookTarget>> For(NoticeEvent happened, CancellationToken cancellationToken)
    {
        var kind = happened.Facts.GetValueOrDefault("kind") as AlertKind?;
        var severity = happened.Facts.GetValueOrDefault("severity") as Severity?;
        var active = await webhooks.Active(happened.PlantId, cancellationToken);
        return [.. active.Where(w => w.Wants(kind, severity)).Select(w => new WebhookTarget(w.Id, w.Url))];
    }
}
