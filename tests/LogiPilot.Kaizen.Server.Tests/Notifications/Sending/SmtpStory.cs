using System.Text.Json;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Sending;

/// <summary>Mails go to a real SMTP server, which takes them, refuses them for now or for good, is silent or hangs up.</summary>
public sealed class SmtpStory
{
    private static readonly string[] Plain = ["--Kaizen:Mail:StartTls=false", "--Kaizen:Mail:TimeoutSeconds=2"];

    [Fact]
    public async Task A_mail_arrives_whole_with_its_own_id_in_the_conversation_of_its_alert()
    {
        await using var smtp = await SmtpPeer.Start();
        await using var world = await MailWorld.Start(["Lena"], [.. smtp.Settings, .. Plain, "--Kaizen:PublicUrl=https://kaizen.forez.fr/"]);
        var alert = await world.Tell("Lena");

        var taken = await smtp.Next("mail");

        Assert.Equal(("kaizen@forez.fr", "lena@forez.fr"), (taken.GetProperty("from").GetString(), taken.GetProperty("to")[0].GetString()));
        await world.Host.RunSweeps();
        var sent = Assert.Single(await world.Outbox("Lena"));
        Assert.Equal("SENT", sent.GetProperty("state").GetString());
        var mail = ReceivedMail.Read(taken.GetProperty("source").GetString()!);
        Assert.Equal(sent.GetProperty("messageId").GetString(), mail.MessageId);
        Assert.EndsWith("@forez.fr>", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(($"<alert-{alert}@forez.fr>", $"<alert-{alert}@forez.fr>"), (mail["In-Reply-To"], mail["References"]));
        Assert.Equal(("auto-generated", "All"), (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]));
        Assert.Equal("<https://kaizen.forez.fr/desk/preferences>", mail["List-Unsubscribe"]);
        Assert.Equal(sent.GetProperty("sentence").GetString(), mail.Text.Split('\n')[0]);
        Assert.Contains($"https://kaizen.forez.fr/desk/alerts/{alert}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://kaizen.forez.fr/desk/alerts/{alert}\"", mail.Html, StringComparison.Ordinal);
        Assert.True(DateTimeOffset.TryParse(mail["Date"], System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task What_is_refused_for_now_is_sent_later_under_the_same_id_and_what_is_refused_for_good_is_told_to_the_administrators_once()
    {
        await using var smtp = await SmtpPeer.Start(new { refuse = new Dictionary<string, string>
        {
            [MailWorld.Address("Lena")] = "451 busy", [MailWorld.Address("Paul")] = "550 no such user",
        } });
        await using var world = await MailWorld.Start(["Lena", "Paul"], [.. smtp.Settings, .. Plain]);
        await world.Tell("Lena");
        await world.Tell("Paul");
        await world.Host.RunSweeps();

        var (waiting, dead) = (Assert.Single(await world.Outbox("Lena")), Assert.Single(await world.Outbox("Paul")));
        Assert.Equal(("WAITING", 1), (waiting.GetProperty("state").GetString(), waiting.GetProperty("attempts").GetInt32()));
        Assert.Equal("451 busy", waiting.GetProperty("lastError").GetString());
        Assert.InRange(
            (waiting.GetProperty("dueAt").GetDateTimeOffset() - world.Host.Clock.GetUtcNow()).TotalSeconds, 10, OutboxItem.FirstPause.TotalSeconds);
        Assert.Equal("DEAD", dead.GetProperty("state").GetString());
        Assert.Equal("550 no such user", dead.GetProperty("lastError").GetString());

        await world.Pass(OutboxItem.FirstPause);
        Assert.Equal(2, Assert.Single(await world.Outbox("Lena")).GetProperty("attempts").GetInt32());
        await smtp.Plan(new { });
        await world.Pass(OutboxItem.FirstPause * 2);
        Assert.Equal("SENT", Assert.Single(await world.Outbox("Lena")).GetProperty("state").GetString());
        Assert.Equal(waiting.GetProperty("messageId").GetString(), ReceivedMail.Read((await smtp.Next("mail")).GetProperty("source").GetString()!).MessageId);
        Assert.Equal("DEAD", Assert.Single(await world.Outbox("Paul")).GetProperty("state").GetString());
        var told = (await world.Admin.Query("{ notices(first: 50) { nodes { kind text } } }")).GetProperty("notices").GetProperty("nodes").EnumerateArray();
        Assert.Contains("paul@forez.fr", Assert.Single(told, n => n.GetProperty("kind").GetString() == "MAIL_DEAD").GetProperty("text").GetString(), StringComparison.Ordinal);

        await world.Admin.Order("retryOutbox", new { ids = new[] { dead.GetProperty("id").GetGuid() } }, "items { id }");
        await world.Host.RunSweeps();
        Assert.Equal("SENT", Assert.Single(await world.Outbox("Paul")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_server_that_is_silent_hangs_up_or_is_not_there_is_tried_until_the_mail_is_given_up()
    {
        var smtp = await SmtpPeer.Start(new { silent = true });
        await using var world = await MailWorld.Start(["Lena"], [.. smtp.Settings, .. Plain]);
        await world.Tell("Lena");
        await world.Host.RunSweeps();
        Assert.Equal("pas de réponse à temps", await Error());

        await smtp.Plan(new { chances = new { drop = 1 } });
        await world.Pass(OutboxItem.LongestPause);
        Assert.Equal(2, (await Row()).GetProperty("attempts").GetInt32());
        Assert.Equal("l’autre côté a coupé la connexion", await Error());

        await smtp.Plan(new { chances = new { hangUp = 1 } });
        await world.Pass(OutboxItem.LongestPause);
        Assert.Equal((3, "l’autre côté a coupé la connexion"), ((await Row()).GetProperty("attempts").GetInt32(), await Error()));

        await smtp.DisposeAsync();
        for (var attempt = 4; attempt <= OutboxItem.MostAttempts; attempt++)
        {
            Assert.Equal("WAITING", (await Row()).GetProperty("state").GetString());
            await world.Pass(OutboxItem.LongestPause);
            Assert.Equal("personne ne répond à cette adresse\u00a0: connexion refusée", await Error());
        }

        Assert.Equal("DEAD", (await Row()).GetProperty("state").GetString());

        async Task<string> Error() => (await Row()).GetProperty("lastError").GetString()!;

        // Hours pass: she is told of more.
        async Task<JsonElement> Row() => (await world.Outbox("Lena"))[0];
    }

    [Fact]
    public async Task Without_encryption_nothing_is_sent_unless_the_settings_say_so_and_not_to_a_server_nobody_vouches_for()
    {
        var (key, certificate) = Certificates.Make("localhost");
        await using var open = await SmtpPeer.Start();
        await using var forged = await SmtpPeer.Start(key: key, cert: certificate);
        foreach (var (smtp, problem) in ((SmtpPeer, string)[])[(open, "le serveur n’offre pas de connexion chiffrée"), (forged, "pas de connexion chiffrée sûre\u00a0: certificat refusé")])
        {
            await using var world = await MailWorld.Start(["Lena"], smtp.Settings);
            await world.Tell("Lena");
            await world.Host.RunSweeps();

            var row = Assert.Single(await world.Outbox("Lena"));
            Assert.Equal("WAITING", row.GetProperty("state").GetString());
            Assert.Equal(problem, row.GetProperty("lastError").GetString());
            Assert.DoesNotContain(smtp.Happened(), e => e.GetProperty("event").GetString() == "mail");
        }
    }
}
