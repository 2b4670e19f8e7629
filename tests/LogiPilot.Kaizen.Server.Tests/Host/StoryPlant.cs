using System.Globalization;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>Somebody of a story: with an address unless it says otherwise.</summary>
public sealed record Somebody(string Name, Role Role, string[]? Areas = null, SupportService? Service = null, bool HasMail = true);

/// <summary>
/// A plant in Paris in which one story happens: two workshops with a line each, the people that the story names, and a clock that stands
/// until the story moves it, minute by minute, with a sweep at each.
/// </summary>
public sealed class StoryPlant : IAsyncDisposable
{
    public const string Code = "ROA";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly Dictionary<string, KaizenClient> _clients = new(StringComparer.Ordinal);
    private readonly List<HubProbe> _devices = [];

    private StoryPlant(KaizenHost host, KaizenClient admin) => (Host, Admin) = (host, admin);

    public KaizenHost Host { get; }

    /// <summary>A program that administers every plant; nobody tells it anything.</summary>
    public KaizenClient Admin { get; }

    public Guid PlantId { get; private set; }

    public IReadOnlyDictionary<string, Guid> Places { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Guid> People { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>By the plant's clock: <c>2027-03-01 21:00</c>.</summary>
    public static async Task<StoryPlant> At(string local, params Somebody[] people)
    {
        var host = await KaizenHost.Start();
        host.Clock.StandAt(Instant(local));
        var plant = new StoryPlant(host, host.WithToken(await host.AddToken("erp", Role.Admin)));
        await plant.Import(Code);
        foreach (var person in people)
        {
            await host.AddPerson(
                person.Name, person.Role, Code, Language.Fr, person.Areas, person.Service, person.HasMail ? $"{person.Name}@roa.example" : null);
        }

        await plant.Look();
        return plant;
    }

    /// <summary>An instant by the plant's clock; of the two at the end of summer time, the first.</summary>
    public static DateTimeOffset Instant(string local)
    {
        var wall = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var offset = Paris.IsAmbiguousTime(wall) ? Paris.GetAmbiguousTimeOffsets(wall).Max() : Paris.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    public async Task<KaizenClient> SignIn(string name) =>
        _clients.TryGetValue(name, out var client) ? client : _clients[name] = await Host.SignIn(name);

    /// <summary>These look into the application from now on.</summary>
    public async Task Connect(params string[] names)
    {
        foreach (var name in names)
        {
            var device = await (await SignIn(name)).Watch();
            await device.Join(PlantId);
            _devices.Add(device);
        }
    }

    public async Task<JsonElement> Raise(string by, string kind, string place, string? severity = null) =>
        await (await SignIn(by)).Order("raiseAlert", new { kind, placeId = Places[place], severity, anyway = true });

    /// <summary>So many minutes, with a sweep at the beginning and at each.</summary>
    public async Task Pass(int minutes)
    {
        await Host.RunSweeps();
        for (var minute = 0; minute < minutes; minute++)
        {
            Host.Clock.Move(TimeSpan.FromMinutes(1));
            await Host.RunSweeps();
        }
    }

    public Task Until(string local) => Pass((int)(Instant(local) - Host.Clock.GetUtcNow()).TotalMinutes);

    /// <summary>Time passes and nothing is swept; everybody signs in anew.</summary>
    public void JumpTo(string local)
    {
        _clients.Clear();
        Host.Clock.Move(Instant(local) - Host.Clock.GetUtcNow());
    }

    /// <summary>The server is down for a while, and people's devices find it again.</summary>
    public async Task Stop(int minutes, params string[] connected)
    {
        await Disconnect();
        await Host.Stop();
        Host.Clock.Move(TimeSpan.FromMinutes(minutes));
        await Host.Serve();
        await Connect(connected);
    }

    public async Task Disconnect()
    {
        foreach (var device in _devices)
        {
            await device.DisposeAsync();
        }

        _devices.Clear();
    }

    /// <summary>Learns the ids of places and people.</summary>
    public async Task Look()
    {
        var data = await Admin.Query("{ plants { id code } people { id name } places(first: 100) { nodes { id code } } }");
        PlantId = data.GetProperty("plants").EnumerateArray().Single(p => p.GetProperty("code").GetString() == Code).GetProperty("id").GetGuid();
        People = data.GetProperty("people").EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("id").GetGuid(), StringComparer.Ordinal);
        Places = data.GetProperty("places").GetProperty("nodes").EnumerateArray()
            .ToDictionary(p => p.GetProperty("code").GetString()!, p => p.GetProperty("id").GetGuid(), StringComparer.Ordinal);
    }

    /// <summary>Hours and minutes by the plant's clock.</summary>
    public static string Clock(JsonElement instant) =>
        TimeZoneInfo.ConvertTime(instant.GetDateTimeOffset(), Paris).ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day by the plant's clock.</summary>
    public static DateOnly Day(JsonElement instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant.GetDateTimeOffset(), Paris).DateTime);

    /// <summary>Makes a plant, in the way that any plant is made.</summary>
    public async Task Import(string code)
    {
        var locations = $"""
            plant;plantName;area;areaName;line;lineName;station;stationName;location;locationName
            {code};Usine {code};A1;Montage;L1;Ligne 1;P11;Poste 1.1;;
            {code};Usine {code};A2;Peinture;L2;Ligne 2;P21;Poste 2.1;;

            """;
        using var body = new StringContent(locations, Encoding.UTF8, "text/csv");
        using var answer = await Admin.Http.PostAsync($"/imports/locations?plant={code}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Disconnect();
        await Host.DisposeAsync();
    }
}
