using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

/// <summary>Notices, the outbox and who is connected, in memory, with the unique keys of the store.</summary>
internal sealed class InMemoryNotices : INoticeStore, IOutboxStore, INoticeRuns, IPresence
{
    private readonly List<NoticePreferences> _preferences = [];
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);

    /// <summary>People whose notices and preferences cannot be read or kept, as when a database fails.</summary>
    public HashSet<Guid> Broken { get; } = [];

    public List<Notice> All { get; } = [];

    public List<OutboxItem> Outbox { get; } = [];

    public InMemoryWebhooks Webhooks { get; } = new();

    public HashSet<Guid> Connected { get; } = [];

    public bool IsConnected(Guid personId) => Connected.Contains(personId);

    public Task<bool> Add(Notice notice, CancellationToken cancellationToken) =>
        Broken.Contains(notice.PersonId) ? throw new InvalidOperationException("The notice cannot be kept.")
        : Once(All, notice, n => n.PersonId == notice.PersonId && n.EventKey == notice.EventKey);

    public Task<IReadOnlyList<Notice>> Of(Guid personId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List(All.Where(n => n.PersonId == personId && ids.Contains(n.Id)));

    public Task<IReadOnlyList<Notice>> Unread(Guid personId, CancellationToken cancellationToken) =>
        List(All.Where(n => n.PersonId == personId && n.ReadAt is null));

    public void Save(Notice notice)
    {
    }

    public Task<NoticePreferences?> FindPreferences(Guid personId, CancellationToken cancellationToken) =>
        Broken.Contains(personId) ? throw new InvalidOperationException("The preferences cannot be read.")
        : Task.FromResult(_preferences.Find(p => p.PersonId == personId));

    public NoticePreferences PreferencesOf(Guid personId) =>
        _preferences.Find(p => p.PersonId == personId) ?? NoticePreferences.Of(personId);

    public void Save(NoticePreferences preferences)
    {
        _preferences.Remove(preferences);
        _preferences.Add(preferences);
    }

    public Task<bool> Add(OutboxItem item, CancellationToken cancellationToken) => Once(
        Outbox, item, i => (i.EventKey, i.PersonId ?? i.WebhookId, i.Channel) == (item.EventKey, item.PersonId ?? item.WebhookId, item.Channel));

    public Task<OutboxItem?> Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(Outbox.Find(i => i.Id == id));

    public Task<OutboxItem?> NextDue(NoticeChannel channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(Outbox.Where(i => i.Channel == channel && i.State is OutboxState.Waiting or OutboxState.Sending && i.DueAt <= now)
            .OrderBy(i => i.DueAt).FirstOrDefault());

    public Task<IReadOnlyList<OutboxItem>> WaitingFor(Guid webhookId, CancellationToken cancellationToken) =>
        List(Outbox.Where(i => i.State == OutboxState.Waiting && i.WebhookId == webhookId));

    public Task<IReadOnlyList<OutboxItem>> HoldEnded(
        DateTimeOffset now, IReadOnlyCollection<Guid> exceptPeople, int limit, CancellationToken cancellationToken) =>
        List(Outbox.Where(i => !exceptPeople.Contains(i.PersonId!.Value) && i.State == OutboxState.Held && i.DueAt <= now).OrderBy(i => i.DueAt).Take(limit));

    public Task<IReadOnlyList<OutboxItem>> HeldFor(Guid personId, CancellationToken cancellationToken) =>
        List(Outbox.Where(i => i.State == OutboxState.Held && i.PersonId == personId));

    public Task<IReadOnlyList<OutboxItem>> Unconfirmed(IReadOnlyCollection<Guid> noticeIds, CancellationToken cancellationToken) =>
        List(Outbox.Where(i => i.Channel == NoticeChannel.App && i.State == OutboxState.Waiting && noticeIds.Contains(i.NoticeId ?? default)));

    public void Save(OutboxItem item)
    {
    }

    public Task<bool> Begin(string key, DateTimeOffset at, CancellationToken cancellationToken) => Task.FromResult(_runs.Add(key));

    /// <summary>As the transaction of a sweep that failed does.</summary>
    public void ForgetRuns() => _runs.Clear();

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);

    private static Task<bool> Once<T>(List<T> kept, T item, Predicate<T> isSame)
    {
        if (kept.Exists(isSame))
        {
            return Task.FromResult(false);
        }

        kept.Add(item);
        return Task.FromResult(true);
    }
}

/// <summary>Addresses of people in memory; all of them live by one clock.</summary>
internal sealed class InMemoryContacts(InMemoryOrganisation organisation, InMemoryNotices notices) : IContacts
{
    public Contact? Of(Guid personId) =>
        organisation.Everybody.FirstOrDefault(p => p.Id == personId) is { IsActive: true } person
            ? new(person.Email, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), notices.PreferencesOf(personId))
            : null;
}

/// <summary>Webhooks in memory, and which of them are silent.</summary>
internal sealed class InMemoryWebhooks : IWebhookStore
{
    private readonly List<Webhook> _all = [];
    private readonly Dictionary<Guid, WebhookSilence> _silences = [];

    public Task<Webhook?> Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(_all.Find(w => w.Id == id));

    public Task<IReadOnlyList<Webhook>> Active(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Webhook>>([.. _all.Where(w => w.PlantId == plantId && w.IsActive)]);

    public void Add(Webhook webhook) => _all.Add(webhook);

    public void Save(Webhook webhook)
    {
    }

    public void Remove(Webhook webhook) => _all.Remove(webhook);

    public Task<WebhookSilence?> SilenceOf(Guid webhookId, CancellationToken cancellationToken) =>
        Task.FromResult(_silences.GetValueOrDefault(webhookId));

    public void Save(WebhookSilence silence) => _silences[silence.WebhookId] = silence;

    public void EndSilence(Guid webhookId) => _silences.Remove(webhookId);
}
