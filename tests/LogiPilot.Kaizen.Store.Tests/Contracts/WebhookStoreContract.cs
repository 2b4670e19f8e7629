using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of webhooks.</summary>
public abstract class WebhookStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_webhook_comes_back_as_it_was_saved_and_only_active_ones_of_the_plant_are_called()
    {
        var (sms, light, foreign) = (Make(Samples.Plant, "SMS"), Make(Samples.Plant, "Light"), Make(Samples.Id(77), "Other"));
        Assert.Null(light.Revise("Light", "https://light", [AlertKind.Safety, AlertKind.StockOut], Severity.Critical, isActive: false));
        foreach (var webhook in (Webhook[])[sms, light, foreign])
        {
            await store.Write((IWebhookStore s) => s.Add(webhook));
        }

        Assert.Equivalent(light, await store.Ask((IWebhookReader r) => r.Find(light.Id, default)), strict: true);
        Assert.Equal([sms.Id], (await store.Ask((IWebhookStore s) => s.Active(Samples.Plant, default))).Select(w => w.Id));
        Assert.Equal([light.Id, sms.Id], (await store.Ask((IWebhookReader r) => r.List([Samples.Plant], default))).Select(w => w.Id));
        Assert.Empty(await store.Ask((IWebhookReader r) => r.List([], default)));

        sms.Renew();
        sms.Revise("SMS", "https://new", [], Severity.Major, isActive: true);
        await store.Write((IWebhookStore s) => s.Save(sms));
        Assert.Equivalent(sms, await store.Ask((IWebhookStore s) => s.Find(sms.Id, default)), strict: true);
        await store.Write((IWebhookStore s) => s.Remove(sms));
        Assert.Null(await store.Ask((IWebhookStore s) => s.Find(sms.Id, default)));
    }

    [Fact]
    public async Task A_webhook_is_called_once_at_a_time_and_not_while_it_is_left_in_peace()
    {
        var (sms, light) = (Make(Samples.Plant, "SMS"), Make(Samples.Plant, "Light"));
        var (first, second, other) = (Row(sms, "a"), Row(sms, "b"), Row(light, "c"));
        foreach (var (webhook, rows) in ((Webhook, OutboxItem[])[])[(sms, [first, second]), (light, [other])])
        {
            await store.Write((IWebhookStore s) => s.Add(webhook));
            foreach (var row in rows)
            {
                await store.Apply(async services =>
                {
                    Assert.True(await ((IOutboxStore)services.GetService(typeof(IOutboxStore))!).Add(row, default));
                    return (Made)row.Id;
                });
            }
        }

        Assert.Equal(first.Id, (await Next(Samples.Start))?.Id);
        first.Claim(Samples.Start, TimeSpan.FromMinutes(5), "forez.fr");
        await store.Write((IOutboxStore s) => s.Save(first));
        Assert.Equal(other.Id, (await Next(Samples.Start))?.Id);
        Assert.Null(await Next(Samples.Start, butNot: other));
        Assert.Equal(second.Id, (await Next(Samples.Start.AddMinutes(5)))?.Id);
        Assert.Equal([second.Id], (await store.Ask((IOutboxStore s) => s.WaitingFor(sms.Id, default))).Select(r => r.Id));

        first.Send(Samples.Start);
        await store.Write((IOutboxStore s) => s.Save(first));
        await store.Write((IWebhookStore s) => s.Save(WebhookSilence.After(null, sms.Id, 0, Samples.Start)));
        Assert.Null(await Next(Samples.Start.AddSeconds(29)));
        Assert.Equal(second.Id, (await Next(Samples.Start.AddSeconds(30)))?.Id);
        var again = WebhookSilence.After(await store.Ask((IWebhookStore s) => s.SilenceOf(sms.Id, default)), sms.Id, 0, Samples.Start);
        Assert.Equal(new(sms.Id, 2, Samples.Start.AddMinutes(1)), again);
        await store.Write((IWebhookStore s) => s.EndSilence(sms.Id));
        Assert.Equal(second.Id, (await Next(Samples.Start))?.Id);
    }

    private static OutboxItem Row(Webhook webhook, string key) => OutboxItem.ForWebhook(
        webhook.Id, webhook.Url,
        new NoticeEvent(
            webhook.PlantId, key, NoticeKind.AlertCalled, Samples.Id(7), [], NoticeEvent.ToOne,
            new Dictionary<string, object?>(StringComparer.Ordinal)),
        "{}", Samples.Start);

    private async Task<OutboxItem?> Next(DateTimeOffset at, OutboxItem? butNot = null)
    {
        if (butNot is not null)
        {
            butNot.Drop();
            await store.Write((IOutboxStore s) => s.Save(butNot));
        }

        return await store.Ask((IOutboxStore s) => s.NextDue(NoticeChannel.Webhook, at, default));
    }

    private static Webhook Make(Guid plantId, string name)
    {
        var webhook = Webhook.Create(plantId, Samples.Start);
        Assert.Null(webhook.Revise(name, "https://forez.fr/sms", [], Severity.Information, isActive: true));
        return webhook;
    }
}
