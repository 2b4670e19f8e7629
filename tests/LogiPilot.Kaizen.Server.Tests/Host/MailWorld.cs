using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>A plant with one station, an administrator and people with addresses: enough to have mails sent by what happens there.</summary>
public sealed class MailWorld : IAsyncDisposable
{
    public const string Code = "ROA";

    private MailWorld(KaizenHost host) => Host = host;

    public KaizenHost Host { get; }

    public KaizenClient Admin { get; private set; } = null!;

    public Guid PlantId { get; private set; }

    public Guid Station { get; private set; }

    public IReadOnlyDictionary<string, Guid> People { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    public static async Task<MailWorld> Start(string[] names, params string[] settings)
    {
        var world = new MailWorld(await KaizenHost.Start(settings));
        var importer = world.Host.WithToken(await world.Host.AddToken("erp", Role.Admin));
        using var body = new StringContent(
            "plant;plantName;area;areaName;line;lineName;station;stationName\nROA;Usine ROA;A1;Montage;L1;Ligne 1;P11;Poste 1.1\n", Encoding.UTF8, "text/csv");
        using var answer = await importer.Http.PostAsync("/imports/locations?plant=ROA", body);
        answer.EnsureSuccessStatusCode();
        await world.Host.AddPerson("Admin", Role.Admin, Code);
        foreach (var name in names)
        {
            await world.Host.AddPerson(name, Role.TeamLeader, Code, email: Address(name));
        }

        world.Admin = await world.Host.SignIn("Admin");
        await world.Look();
        return world;
    }

    /// <summary>Learns who is there.</summary>
    public async Task Look()
    {
        var data = await Admin.Query("{ people { id name } places(first: 10) { nodes { id code } } plants { id } }");
        People = data.GetProperty("people").EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("id").GetGuid(), StringComparer.Ordinal);
        Station = data.GetProperty("places").GetProperty("nodes").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == "P11").GetProperty("id").GetGuid();
        PlantId = data.GetProperty("plants")[0].GetProperty("id").GetGuid();
    }

    public static string Address(string name) => name.ToLowerInvariant() + "@forez.fr";

    public async Task<Guid> Raise(KaizenClient? by = null) =>
        (await (by ?? Admin).Order("raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = Station, anyway = true, severity = "MAJOR" })).GetProperty("id").GetGuid();

    /// <summary>Raises an alert and gives it to a person, who is told by mail; answers with the alert.</summary>
    public async Task<Guid> Tell(string name, KaizenClient? by = null)
    {
        var id = await Raise(by);
        await (by ?? Admin).Order("assignAlert", new { alertId = id, personId = People[name] });
        return id;
    }

    /// <summary>Time passes, and what it made due is done and sent.</summary>
    public async Task Pass(TimeSpan time)
    {
        Host.Clock.Move(time);
        await Host.RunSweeps();
    }

    /// <summary>What the administrator's outbox says of the mails to a person, oldest first.</summary>
    public async Task<List<JsonElement>> Outbox(string name, string channel = "MAIL") =>
        [.. (await Admin.Query($"{{ outbox(first: 100, channels: [{channel}]) {{ nodes {{ id state attempts lastError address messageId kind dueAt sentence }} }} }}"))
            .GetProperty("outbox").GetProperty("nodes").EnumerateArray().Where(n => n.GetProperty("address").GetString() == Address(name)).Reverse()];

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
