using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The administrator has what was given up tried again.</summary>
[Needs(Permission.Administer)]
public sealed record RetryOutbox(IReadOnlyList<Guid> Ids) : Command;

public sealed class RetryOutboxHandler(IOutboxStore outbox, IWebhookStore webhooks, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<RetryOutbox, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RetryOutbox request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count is 0 or > FilterTooLargeException.MostValues)
        {
            return Refusal.Invalid("ids", "outboxIdsNeeded", ("most", FilterTooLargeException.MostValues));
        }

        foreach (var id in request.Ids.Distinct())
        {
            if (await outbox.Find(id, cancellationToken) is not { } item || !current.Actor.May(Permission.Administer, item.PlantId))
            {
                return Refusal.NotFound("outboxItem");
            }

            if (item.Retry(clock.GetUtcNow()) is { } refusal)
            {
                return refusal;
            }

            outbox.Save(item);
            if (item.WebhookId is { } webhookId)
            {
                webhooks.EndSilence(webhookId);
            }
        }

        return new Made([.. request.Ids.Distinct()]);
    }
}
