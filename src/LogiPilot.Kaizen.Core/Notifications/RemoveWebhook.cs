using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Removes a webhook; what still waits to be sent to it is dropped when its turn comes.</summary>
[Needs(Permission.Administer)]
public sealed record RemoveWebhook(Guid WebhookId) : CommandOn;

/// <inheritdoc cref="RemoveWebhook"/>
public sealed class RemoveWebhookHandler(IWebhookStore webhooks, Meanwhile meanwhile, IEvents events, ICurrentActor current)
    : IRequestHandler<RemoveWebhook, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RemoveWebhook request, CancellationToken cancellationToken)
    {
        if (await webhooks.Find(request.WebhookId, cancellationToken) is not { } webhook
            || !current.Actor.May(Permission.Administer, webhook.PlantId))
        {
            return Refusal.NotFound("webhook");
        }

        if (await meanwhile.Refuses(request, webhook.PlantId, webhook.Id, webhook.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        webhooks.Remove(webhook);
        webhooks.EndSilence(webhook.Id);
        events.Raise(new WebhookChanged(webhook.PlantId, webhook.Id, webhook.Name, webhook.Url, IsActive: false, IsRemoved: true));
        return (Made)webhook.Id;
    }
}
