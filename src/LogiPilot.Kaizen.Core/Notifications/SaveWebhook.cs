using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Makes a webhook of a plant, or changes one (<see cref="WebhookId"/>), with a new secret when asked.</summary>
[Needs(Permission.Administer)]
public sealed record SaveWebhook(
    Guid PlantId, string Name, string Url, IReadOnlyList<AlertKind> Kinds, Severity MinSeverity, bool IsActive, Guid? WebhookId = null,
    bool NewSecret = false) : CommandOn;

/// <inheritdoc cref="SaveWebhook"/>
public sealed class SaveWebhookHandler(
    IWebhookStore webhooks, Meanwhile meanwhile, IDirectory directory, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<SaveWebhook, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveWebhook request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (picture.Plant(request.PlantId) is null || !current.Actor.May(Permission.Administer, request.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        var known = request.WebhookId is { } id ? await webhooks.Find(id, cancellationToken) : null;
        if (request.WebhookId is not null && known?.PlantId != request.PlantId)
        {
            return Refusal.NotFound("webhook");
        }

        if (known is not null && await meanwhile.Refuses(request, known.PlantId, known.Id, known.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var webhook = known ?? Webhook.Create(request.PlantId, clock.GetUtcNow());
        if (webhook.Revise(request.Name, request.Url, request.Kinds, request.MinSeverity, request.IsActive) is { } wrong)
        {
            return wrong;
        }

        if (known is null)
        {
            webhooks.Add(webhook);
        }
        else
        {
            if (request.NewSecret)
            {
                webhook.Renew();
            }

            webhooks.Save(webhook);
            webhooks.EndSilence(webhook.Id);
        }

        events.Raise(new WebhookChanged(webhook.PlantId, webhook.Id, webhook.Name, webhook.Url, webhook.IsActive, IsRemoved: false));
        return (Made)webhook.Id;
    }
}
