using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>One webhook of a plant that the actor administers.</summary>
[Needs(Permission.Administer)]
public sealed record FindWebhook(Guid WebhookId) : IQuery<Webhook>;

/// <inheritdoc cref="FindWebhook"/>
public sealed class FindWebhookHandler(IWebhookReader webhooks, ICurrentActor current) : IRequestHandler<FindWebhook, Outcome<Webhook>>
{
    public async Task<Outcome<Webhook>> Handle(FindWebhook request, CancellationToken cancellationToken) =>
        await webhooks.Find(request.WebhookId, cancellationToken) is { } webhook && current.Actor.May(Permission.Administer, webhook.PlantId)
            ? webhook
            : Refusal.NotFound("webhook");
}
