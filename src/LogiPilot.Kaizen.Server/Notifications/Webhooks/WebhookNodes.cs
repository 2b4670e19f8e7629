using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;

namespace LogiPilot.Kaizen.Server.Notifications.Webhooks;

[GraphQLName("Webhook")]
public sealed class WebhookNode(Webhook webhook)
{
    public Guid Id => webhook.Id;

    public Guid PlantId => webhook.PlantId;

    public string Name => webhook.Name;

    public string Url => webhook.Url;

    [GraphQLDescription("Kinds of alert that are told; empty: all.")]
    public IReadOnlyList<AlertKind> Kinds => webhook.Kinds;

    [GraphQLDescription("What is less severe is not told.")]
    public Severity MinSeverity => webhook.MinSeverity;

    public bool IsActive => webhook.IsActive;

    public int Version => webhook.Version;
}

/// <summary>A webhook as it was saved.</summary>
[PayloadType]
public sealed record SavedWebhook(
    WebhookNode? Webhook,
    [property: GraphQLDescription("What its calls are signed with: shown this once, when it is new.")] string? Secret);

/// <summary>How a test call ended.</summary>
[PayloadType]
public sealed record TestedWebhook(
    [property: GraphQLDescription("The other side took it.")] bool? Sent,
    [property: GraphQLDescription("What went wrong.")] string? Problem);
