using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Notifications.Webhooks;

[QueryType]
public static class WebhookQueries
{
    [Needs(Permission.Administer)]
    [GraphQLDescription("Programs of the plant that are told of alerts over HTTP.")]
    public static async Task<IEnumerable<WebhookNode>> GetWebhooksAsync(
        IReadOnlyList<Guid>? plantIds, IWebhookReader webhooks, ICurrentActor current, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(plantIds).Where(p => current.Actor.May(Permission.Administer, p)).ToList();
        return (await webhooks.List(plants, cancellationToken)).Select(w => new WebhookNode(w));
    }
}
