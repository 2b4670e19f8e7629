using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Kill;

/// <summary>What arrived after the kills: nothing lost, nothing wrong, no more duplicates than kills, or the test fails.</summary>
public sealed record MailKillFindings(
    int Kills, int Alerts, int Expected, int Told, int Arrived, int Duplicates, IReadOnlyList<string> Wrong, int Troubles, TimeSpan Took);

/// <summary>
/// A server is killed with SIGKILL again and again, each time at another moment, while alerts that nobody takes escalate to a leader, a
/// manager and the fallback list, and their mails go to an SMTP server that refuses, delays and drops by a seeded plan.
/// </summary>
public static class MailKillRun
{
    private const int Speed = 60;

    /// <summary>Without any mail being sent: the longest pause before a mail is tried again is a minute at this speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<MailKillFindings> Run(int kills, int alerts, int seed)
    {
        var watch = Stopwatch.StartNew();
        await using var smtp = await SmtpPeer.Start(new
        {
            seed, longestDelay = 400, chances = new { refuse = 0.05, refuseData = 0.03, delay = 0.1, drop = 0.04, hangUp = 0.02 },
        });
        await using var world = await MailWorld.Start(["Lena"]);
        await world.Host.AddPerson("Max", Role.Manager, MailWorld.Code, email: MailWorld.Address("Max"));
        await world.Host.AddPerson("Anna", Role.Admin, MailWorld.Code, email: MailWorld.Address("Anna"));
        await world.Look();
        await world.Admin.Order("saveFallback", new { plantId = world.PlantId, personIds = new[] { world.People["Anna"] } }, "plant { id }");
        var token = await world.Host.AddToken("press", Role.Admin);
        await world.Host.Stop();

        using var http = new HttpClient { BaseAddress = ServerProcess.FreeAddress(), Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        string[] arguments =
        [
            typeof(MailKillRun).Assembly.Location, ServeUntilKilled.Command, world.Host.Folder, http.BaseAddress.ToString().TrimEnd('/'),
            TimeProvider.System.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), Speed.ToString(CultureInfo.InvariantCulture),
            "--Kaizen:SweepSeconds=1", "--Kaizen:LimitRates=false", "--Kaizen:Mail:StartTls=false", "--Kaizen:Mail:TimeoutSeconds=20",
            "--Logging:LogLevel:Default=Critical", .. smtp.Settings,
        ];
        var moments = new Random(seed);
        var raised = new List<Task>();
        for (var kill = 0; kill < kills; kill++)
        {
            await using var server = await ServerProcess.Start(arguments, http);
            raised.AddRange(Enumerable.Range(0, alerts / kills).Select(_ => Raise(http, world.Station)));
            await Task.Delay(moments.Next(200, 3000));
            await server.Kill();
        }

        await using var last = await ServerProcess.Start(arguments, http);
        await Task.WhenAll(raised);
        var rows = await Sent(new KaizenClient(http), Mails(raised.Count));
        await last.Kill();
        return Compare(kills, raised.Count, rows, smtp.Happened(), watch.Elapsed);
    }

    /// <summary>Leader, manager and fallback list are called for each; that it recurs, the leader is told once.</summary>
    private static int Mails(int alerts) => (alerts * 3) + 1;

    /// <summary>A client that tries until it is answered, under one id: a repeat raises nothing.</summary>
    private static async Task Raise(HttpClient http, Guid placeId)
    {
        var input = new { kind = "EQUIPMENT_FAILURE", severity = "MAJOR", placeId, anyway = true, clientId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()) };
        while (true)
        {
            try
            {
                await new KaizenClient(http).Order("raiseAlert", input);
                return;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException or JsonException)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Waits until everything that is to be sent was, and answers with all of it.</summary>
    private static async Task<List<JsonElement>> Sent(KaizenClient admin, int expected)
    {
        var (watch, before) = (Stopwatch.StartNew(), 0);
        while (true)
        {
            var counts = await admin.Query(
                "{ sent: outbox(first: 1, channels: [MAIL], states: [SENT]) { totalCount } all: outbox(first: 1, channels: [MAIL]) { totalCount } }");
            var (sent, all) = (Count(counts, "sent"), Count(counts, "all"));
            if (sent == all && sent >= expected)
            {
                return await Rows(admin);
            }

            if (sent > before)
            {
                watch.Restart();
                before = sent;
            }

            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"{sent} of {all} mails were sent, {expected} were expected.");
            }

            await Task.Delay(500);
        }
    }

    private static async Task<List<JsonElement>> Rows(KaizenClient admin)
    {
        var rows = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = (await admin.Query(
                "query($after: String) { outbox(first: 200, after: $after, channels: [MAIL]) { pageInfo { hasNextPage endCursor } nodes { messageId address sentence } } }",
                new { after })).GetProperty("outbox");
            rows.AddRange(page.GetProperty("nodes").EnumerateArray());
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return rows;
    }

    private static MailKillFindings Compare(int kills, int alerts, List<JsonElement> rows, List<JsonElement> happened, TimeSpan took)
    {
        var told = rows.ToDictionary(r => r.GetProperty("messageId").GetString()!, StringComparer.Ordinal);
        var arrived = new Dictionary<string, int>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var mail in happened.Where(h => h.GetProperty("event").GetString() == "mail"))
        {
            var received = ReceivedMail.Read(mail.GetProperty("source").GetString()!);
            var to = mail.GetProperty("to").EnumerateArray().Select(t => t.GetString()).ToList();
            arrived[received.MessageId] = arrived.GetValueOrDefault(received.MessageId) + 1;
            if (!told.TryGetValue(received.MessageId, out var row))
            {
                wrong.Add($"{received.MessageId} to {string.Join(", ", to)} was told to nobody");
            }
            else if (to is not [var only] || only != row.GetProperty("address").GetString() || !received["To"]!.Contains(only!, StringComparison.Ordinal)
                || received.Text.Split('\n')[0] != row.GetProperty("sentence").GetString())
            {
                wrong.Add($"{received.MessageId} went to {string.Join(", ", to)}: {received.Text.Split('\n')[0]} instead of {row}");
            }
        }

        wrong.AddRange(told.Keys.Except(arrived.Keys, StringComparer.Ordinal).Select(id => $"{id} was lost"));
        wrong.AddRange(rows.GroupBy(r => (r.GetProperty("address").GetString(), r.GetProperty("sentence").GetString())).Where(g => g.Count() > 1).Select(g => $"{g.Key} was told {g.Count()} times"));
        return new(
            kills, alerts, Mails(alerts), rows.Count, arrived.Count, arrived.Values.Sum() - arrived.Count, wrong,
            happened.Count(h => h.GetProperty("event").GetString() != "mail"), took);
    }

    private static int Count(JsonElement data, string name) => data.GetProperty(name).GetProperty("totalCount").GetInt32();
}
