using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="IWebhookStore"/>
public sealed class WebhookStore(StoreSession session) : IWebhookStore, IWebhookReader
{
    public Task<Webhook?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Webhook>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Webhook>> Active(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Webhook>>(session.Reading.List<Webhook>(
            "WHERE t.plant_id = @plant AND t.is_active ORDER BY t.name, t.id", ("plant", plantId)));

    public Task<IReadOnlyList<Webhook>> List(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Webhook>>(session.Reading.List<Webhook>(
            "WHERE t.plant_id IN (SELECT value FROM json_each(@plants)) ORDER BY t.name, t.id", ("plants", Columns.FromIds(plants))));

    public void Add(Webhook webhook) => Table<Webhook>.Mapped.Insert(session.Writing, webhook);

    public void Save(Webhook webhook) => Table<Webhook>.Mapped.Update(session.Writing, webhook);

    public void Remove(Webhook webhook) => Table<Webhook>.Mapped.Delete(session.Writing, webhook);

    public Task<WebhookSilence?> SilenceOf(Guid webhookId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<WebhookSilence>("WHERE t.webhook_id = @id", ("id", webhookId)));

    public void Save(WebhookSilence silence) => Table<WebhookSilence>.Mapped.Upsert(session.Writing, silence);

    public void EndSilence(Guid webhookId) =>
        session.Writing.Execute("DELETE FROM webhook_silences WHERE webhook_id = @id", ("id", webhookId));
}
