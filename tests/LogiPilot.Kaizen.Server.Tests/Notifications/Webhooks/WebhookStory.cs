using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Webhooks;

/// <summary>A program of the plant is called when an alert calls the whole plant, and can tell that it was us.</summary>
public sealed class WebhookStory
{
    private const string Saved = "webhook { id name url kinds minSeverity isActive version } secret";

    [Fact]
    public async Task A_receiver_checks_the_signature_and_what_it_does_not_take_comes_again_with_the_same_id()
    {
        await using var receiver = await HttpReceiver.Start();
        await using var world = await MailWorld.Start([]);
        var saved = await Save(world, receiver.Address);
        var secret = saved.GetProperty("secret").GetString()!;
        receiver.Answer = 503;
        await Escalate(world);

        var first = Assert.Single(receiver.Calls);
        Assert.Equal("HTTP 503", (await Rows(world))[0].GetProperty("lastError").GetString());
        receiver.Answer = 204;
        await world.Pass(OutboxItem.LongestPause);

        Assert.Equal("SENT", (await Rows(world))[0].GetProperty("state").GetString());
        Assert.All(receiver.Calls, call => Assert.True(IsOurs(call, secret)));
        Assert.False(IsOurs(first with { Body = first.Body.Replace("MAJOR", "MINOR", StringComparison.Ordinal) }, secret));
        var said = receiver.Calls.Select(c => JsonSerializer.Deserialize<JsonElement>(c.Body)).ToList();
        Assert.Equal(said[0].GetProperty("id").GetGuid(), said[1].GetProperty("id").GetGuid());
        Assert.Equal(("ALERT_CALLED", "ROA", "EQUIPMENT_FAILURE", "MAJOR"), (
            said[0].GetProperty("event").GetString(), said[0].GetProperty("plant").GetProperty("code").GetString(),
            said[0].GetProperty("alert").GetProperty("kind").GetString(), said[0].GetProperty("alert").GetProperty("severity").GetString()));
        Assert.NotEqual(said[0].GetProperty("sentence").GetProperty("fr").GetString(), said[0].GetProperty("sentence").GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_redirect_is_followed_nowhere_and_what_waits_for_a_removed_webhook_is_dropped()
    {
        await using var elsewhere = await HttpReceiver.Start();
        await using var receiver = await HttpReceiver.Start();
        await using var world = await MailWorld.Start([]);
        var id = (await Save(world, receiver.Address)).GetProperty("webhook").GetProperty("id").GetGuid();
        (receiver.Answer, receiver.Location) = (307, elsewhere.Address);
        await Escalate(world);

        Assert.Equal("HTTP 307", (await Rows(world))[0].GetProperty("lastError").GetString());
        Assert.Empty(elsewhere.Calls);
        await world.Admin.Order("removeWebhook", new { webhookId = id }, "webhookId");
        await world.Pass(OutboxItem.LongestPause);
        Assert.Equal("DROPPED", (await Rows(world))[0].GetProperty("state").GetString());
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task A_webhook_that_never_answers_is_called_once_at_a_time_then_left_in_peace_and_holds_no_other()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var receiver = await HttpReceiver.Start();
        await using var world = await MailWorld.Start([]);
        await Save(world, $"http://{silent.LocalEndpoint}/andon");
        await Save(world, receiver.Address);
        const int Alerts = 6;
        for (var alert = 0; alert < Alerts; alert++)
        {
            await world.Raise();
        }

        var sweep = world.Host.RunSweeps();
        for (var waited = 0; waited < 40 && receiver.Calls.Count < Alerts; waited++)
        {
            await Task.Delay(100);
        }

        Assert.Equal((Alerts, false), (receiver.Calls.Count, sweep.IsCompleted));
        await sweep;
        await world.Host.RunSweeps();
        var left = (await Rows(world)).Where(r => r.GetProperty("state").GetString() != "SENT").Select(r => r.GetProperty("attempts").GetInt32());
        Assert.Equal([0, 0, 0, 0, 0, 1], left.Order());
        using (await silent.AcceptTcpClientAsync())
        {
            Assert.False(silent.Pending());
        }
    }

    [Fact]
    public async Task The_secret_is_shown_once_a_test_says_what_happens_and_only_an_administrator_sees_webhooks()
    {
        await using var receiver = await HttpReceiver.Start();
        await using var world = await MailWorld.Start(["Lena"]);
        var made = await Save(world, receiver.Address);
        var (id, secret) = (made.GetProperty("webhook").GetProperty("id").GetGuid(), made.GetProperty("secret").GetString()!);

        Assert.True((await world.Admin.Order("testWebhook", new { webhookId = id }, "sent problem")).GetBoolean());
        Assert.True(IsOurs(Assert.Single(receiver.Calls), secret));
        Assert.Equal("TEST", JsonSerializer.Deserialize<JsonElement>(receiver.Calls[0].Body).GetProperty("event").GetString());
        receiver.Answer = 500;
        Assert.False((await world.Admin.Order("testWebhook", new { webhookId = id }, "sent problem")).GetBoolean());

        object again = new { webhookId = id, plantId = world.PlantId, name = "DECT", url = receiver.Address, minSeverity = "CRITICAL", expectedVersion = 1 };
        Assert.Equal(JsonValueKind.Null, (await world.Admin.Query(
            "mutation($input: SaveWebhookInput!) { saveWebhook(input: $input) { secret webhook { version } } }", new { input = again }))
            .GetProperty("saveWebhook").GetProperty("secret").ValueKind);
        Assert.Equal("CONFLICT", (await world.Admin.Refused("saveWebhook", again, "secret"))[0].GetProperty("code").GetString());
        foreach (var url in (string[])["ftp://forez.fr/x", "forez", "https://user:secret@forez.fr/"])
        {
            var refused = await world.Admin.Refused("saveWebhook", new { plantId = world.PlantId, name = "SMS", url }, "secret");
            Assert.Equal("url", refused[0].GetProperty("field").GetString());
        }

        Assert.DoesNotContain(secret, (await world.Admin.Query("{ webhooks { id name url kinds minSeverity isActive version } }")).GetRawText(), StringComparison.Ordinal);
        var lena = await world.Host.SignIn("Lena");
        Assert.Equal("FORBIDDEN", await lena.RefusedQuery("{ webhooks { id } }"));
        Assert.Equal("FORBIDDEN", (await lena.Refused("testWebhook", new { webhookId = id }, "sent"))[0].GetProperty("code").GetString());
    }

    private static async Task<JsonElement> Save(MailWorld world, string url)
    {
        var data = await world.Admin.Query(
            $"mutation($input: SaveWebhookInput!) {{ saveWebhook(input: $input) {{ {Saved} errors {{ ... on Error {{ message }} }} }} }}",
            new { input = new { plantId = world.PlantId, name = "SMS", url, kinds = new[] { "EQUIPMENT_FAILURE" } } });
        return data.GetProperty("saveWebhook");
    }

    /// <summary>Nobody of any level can be reached: the whole plant is called at once.</summary>
    private static async Task Escalate(MailWorld world)
    {
        await world.Raise();
        await world.Host.RunSweeps();
    }

    private static async Task<List<JsonElement>> Rows(MailWorld world) =>
        [.. (await world.Admin.Query("{ outbox(first: 100, channels: [WEBHOOK]) { nodes { state lastError attempts } } }"))
            .GetProperty("outbox").GetProperty("nodes").EnumerateArray()];

    /// <summary>As the README tells a receiver to do it.</summary>
    private static bool IsOurs(ReceivedCall call, string secret)
    {
        var parts = call.Signature.Split(',').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        byte[] said = Encoding.UTF8.GetBytes($"{parts["t"]}.{call.Body}");
        var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), said));
        return string.Equals(expected, parts["v1"], StringComparison.OrdinalIgnoreCase) && long.Parse(parts["t"], CultureInfo.InvariantCulture) > 0;
    }
}
