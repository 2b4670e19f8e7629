using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
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

    private static Webhook Make(Guid plantId, string name)
    {
        var webhook = Webhook.Create(plantId, Samples.Start);
        Assert.Null(webhook.Revise(name, "https://forez.fr/sms", [], Severity.Information, isActive: true));
        return webhook;
    }
}
