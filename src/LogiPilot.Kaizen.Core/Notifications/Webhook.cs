using System.Security.Cryptography;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// An address of the plant's own programs (SMS gateway, DECT, stack light) that is told of alerts over HTTP. What is sent is signed with
/// its secret, which is shown once, when it is made.
/// </summary>
public sealed class Webhook
{
    public const int LongestUrl = 2_000;

    private const int SecretBytes = 32;

    private Webhook()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>http or https.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Hexadecimal; kept as it is, for every signature needs it.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Kinds of alert that are told; none named: all.</summary>
    public IReadOnlyList<AlertKind> Kinds { get; private set; } = [];

    /// <summary>What is less severe is not told.</summary>
    public Severity MinSeverity { get; private set; }

    public bool IsActive { get; private set; }

    public int Version { get; private set; }

    public static Webhook Create(Guid plantId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), PlantId = plantId, Secret = NewSecret() };

    public Refusal? Revise(string name, string url, IReadOnlyList<AlertKind> kinds, Severity minSeverity, bool isActive)
    {
        if (Refusal.All([
            Words.Missing("name", name) ?? Words.TooLong("name", name, Words.InName),
            IsAddress(url) ? Words.TooLong("url", url, LongestUrl) : Refusal.Invalid("url", "webhookUrlInvalid")]) is { } wrong)
        {
            return wrong;
        }

        (Name, Url, MinSeverity, IsActive) = (name.Trim(), url.Trim(), minSeverity, isActive);
        Kinds = [.. kinds.Distinct().Order()];
        Version++;
        return null;
    }

    /// <summary>What was signed with the secret before is no longer.</summary>
    public void Renew() => Secret = NewSecret();

    /// <summary>An event that is about no alert is wanted by who names no kinds.</summary>
    public bool Wants(AlertKind? kind, Severity? severity) =>
        IsActive && (kind is { } one ? Kinds.Count == 0 || Kinds.Contains(one) : Kinds.Count == 0)
        && (severity is null || severity <= MinSeverity);

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
        && !url.Trim().Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
}

/// <summary>Webhooks as the writer sees them.</summary>
public interface IWebhookStore
{
    Task<Webhook?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>Those of a plant that are called, by name.</summary>
    Task<IReadOnlyList<Webhook>> Active(Guid plantId, CancellationToken cancellationToken);

    void Add(Webhook webhook);

    void Save(Webhook webhook);

    void Remove(Webhook webhook);

    /// <summary>Null of one that answers.</summary>
    Task<WebhookSilence?> SilenceOf(Guid webhookId, CancellationToken cancellationToken);

    void Save(WebhookSilence silence);

    /// <summary>It answers, or may again: another address, an administrator who has it tried.</summary>
    void EndSilence(Guid webhookId);
}

/// <summary>So many calls in a row that nobody answered, and until when the webhook is left in peace: nothing is sent to it before.</summary>
public sealed record WebhookSilence(Guid WebhookId, int Calls, DateTimeOffset Until)
{
    /// <summary>As often as one row would be tried.</summary>
    public bool IsGivenUp => Calls >= OutboxItem.MostAttempts;

    /// <summary>One more: each pause is twice as long as the one before, as those of a row are.</summary>
    public static WebhookSilence After(WebhookSilence? before, Guid webhookId, double jitter, DateTimeOffset now)
    {
        var calls = (before?.Calls ?? 0) + 1;
        return new(webhookId, calls, now + OutboxItem.PauseAfter(calls, jitter));
    }
}

/// <summary>Webhooks for reading.</summary>
public interface IWebhookReader
{
    Task<Webhook?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>Those of the plants given, by name; none means none.</summary>
    Task<IReadOnlyList<Webhook>> List(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);
}

/// <summary>A webhook was made, changed or removed.</summary>
public sealed record WebhookChanged(Guid PlantOfWebhook, Guid WebhookId, string WebhookName, string Url, bool IsActive, bool IsRemoved)
    : DomainEvent(PlantOfWebhook, WebhookId);
