using System.Net.Http.Json;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.Demo;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Server.Tests.Hosting;

/// <summary>The demo plant left alone for three days of moved clock, through the real store.</summary>
public sealed class DemoLifeTests : IDisposable
{
    private const int MostOpen = 12;

    private static readonly DateTimeOffset Start = new(2026, 3, 4, 9, 7, 0, TimeSpan.Zero);
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(2);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kaizen-tests", Path.GetRandomFileName());
    private readonly DemoLife _life = new(DemoPlan.Read());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Left_alone_for_three_days_the_plant_shows_every_status_each_day_and_never_drowns_in_alerts()
    {
        await _life.Begin(_folder, Start, CancellationToken.None);
        await using var world = new DemoWorld(_folder, Start);
        var first = await Board(world);
        Assert.True(first.Lines.Select(l => l.Status).Distinct().Count() >= 4, $"At first: {Shown(first)}");
        Assert.Contains(first.OpenAlerts, a => a.RaisedAt < Start.AddMinutes(-5));

        for (var day = 0; day < 3; day++)
        {
            var seen = new HashSet<SupplyStatus>();
            var atOnce = new List<int>();
            for (var at = Pace; at <= TimeSpan.FromDays(1); at += Pace)
            {
                await Live(world, Start.AddDays(day) + at);
                if (at.Minutes % 10 == 0)
                {
                    var board = await Board(world);
                    seen.UnionWith(board.Lines.Select(l => l.Status));
                    atOnce.Add(board.Lines.Select(l => l.Status).Distinct().Count());
                    Assert.True(board.OpenAlerts.Count <= MostOpen, $"{world.Now}: {board.OpenAlerts.Count} open alerts, {Shown(board)}");
                }
            }

            Assert.Equal(Enum.GetValues<SupplyStatus>().Order(), seen.Order());
            Assert.True(atOnce.Average() >= 3.5, $"Day {day} shows {atOnce.Average()} statuses at once.");
        }

        await NothingHeapsUp(world);
        await PeopleActAndSometimesDoNot(world);
    }

    [Fact]
    public async Task After_a_stop_of_days_the_plant_goes_on_without_making_up_for_them()
    {
        await _life.Begin(_folder, Start, CancellationToken.None);
        await using var world = new DemoWorld(_folder, Start.AddDays(9));
        var stopped = await LastChange(world);

        await new DemoLife(DemoPlan.Read()).CatchUp(world, Start, Start.AddDays(9), CancellationToken.None);

        var board = await Board(world);
        Assert.True(board.OpenAlerts.Count <= MostOpen, Shown(board));
        Assert.Contains(SupplyStatus.Unknown, board.Lines.Select(l => l.Status));
        Assert.Contains(SupplyStatus.Ok, board.Lines.Select(l => l.Status));
        Assert.InRange(await LastChange(world) - stopped, 100, 5_000);
    }

    [Fact]
    public async Task At_the_first_start_the_demo_plant_is_served_to_its_accounts()
    {
        await using var app = Program.Compose(new StartOptions(true, _folder, "http://127.0.0.1:0", true, ["--Kaizen:LimitRates=false", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning"]));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var options = await http.GetFromJsonAsync<JsonElement>("/auth/sign-in-options");
        var accounts = options.GetProperty("demoAccounts").EnumerateArray().ToList();
        Assert.Equal(Enum.GetValues<Role>().Select(r => Naming.Screaming(r)).Order(), accounts.Select(a => a.GetProperty("role").GetString()!).Order());
        foreach (var account in accounts)
        {
            var (userName, password) = (account.GetProperty("userName").GetString(), account.GetProperty("password").GetString());
            using var signedIn = await http.PostAsJsonAsync("/auth/sign-in", new { userName, password });
            Assert.True(signedIn.IsSuccessStatusCode, userName);
            var seen = await new KaizenClient(http).Query("{ me { name } plants { name } products { totalCount } }");
            Assert.Equal("Cycles du Forez", seen.GetProperty("plants")[0].GetProperty("name").GetString());
            Assert.Equal(180, seen.GetProperty("products").GetProperty("totalCount").GetInt32());
        }

        await app.StopAsync();
    }

    private static string Shown(Board board) => string.Join(", ", board.Lines.Select(l => $"{l.Line.Code} {l.Status}"));

    private async Task Live(DemoWorld world, DateTimeOffset now)
    {
        world.Now = now;
        await _life.Heartbeat.Step(world.Services, now, CancellationToken.None);
        await world.MoveTo(now, CancellationToken.None);
    }

    /// <summary>The board made anew from what the store holds.</summary>
    private static async Task<Board> Board(DemoWorld world)
    {
        await using var scope = world.Services.Acting(Actor.System);
        var directory = scope.ServiceProvider.GetRequiredService<IDirectory>();
        var supply = scope.ServiceProvider.GetRequiredService<ISupplyReader>();
        var feed = new BoardFeed(
            scope.ServiceProvider.GetRequiredService<IChangeLogReader>(), scope.ServiceProvider.GetRequiredService<IAlertReader>(), supply,
            directory, new AlertPictures(directory, supply));
        var board = new LiveBoard();
        board.Apply(await feed.Whole(CancellationToken.None));
        var plantId = (await directory.Current(CancellationToken.None)).Plants.Single().Id;
        return board.Plant(plantId)!.Snapshot(new BoardView(plantId), "test", world.Now);
    }

    private static async Task NothingHeapsUp(DemoWorld world)
    {
        await using var scope = world.Services.Acting(Actor.System);
        var plantId = (await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(CancellationToken.None)).Plants.Single().Id;
        var supply = scope.ServiceProvider.GetRequiredService<ISupplyReader>();
        foreach (var point in await supply.PointsOfPlant(plantId, CancellationToken.None))
        {
            var most = point.Maximum * 1.5m ?? point.ReorderPoint * 4;
            Assert.True(point.Balance >= 0 && point.Balance <= most, $"{point.Balance} where {most} is much.");
        }

        var waiting = await supply.Deliveries(
            [plantId], new DeliveryFilter(States: [DeliveryState.Expected, DeliveryState.Late]), new PageRequest(1000, null, null, null, true),
            CancellationToken.None);
        Assert.InRange(waiting.TotalCount!.Value, 1, 180);
        var resolved = await Alerts(scope.ServiceProvider, plantId, new AlertFilter(States: [AlertState.Resolved]));
        Assert.InRange(resolved.Count, 0, 15);
        Assert.InRange(await LastChange(world), 5_000, 60_000);
    }

    private static async Task PeopleActAndSometimesDoNot(DemoWorld world)
    {
        await using var scope = world.Services.Acting(Actor.System);
        var plantId = (await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(CancellationToken.None)).Plants.Single().Id;
        var ended = await Alerts(scope.ServiceProvider, plantId, new AlertFilter(States: [AlertState.Closed], RaisedFrom: Start));
        var taken = ended.Where(a => a.AcknowledgedAt is not null).ToList();

        Assert.True(taken.Count(a => a.AcknowledgedAt - a.RaisedAt < TimeSpan.FromMinutes(15)) >= 20);
        Assert.Contains(taken, a => a.AcknowledgedAt - a.RaisedAt > TimeSpan.FromMinutes(20));
        Assert.Contains(ended, a => a.AcknowledgedAt is null);
        Assert.True(ended.Select(a => a.Kind).Distinct().Count() >= 6);
    }

    private static async Task<IReadOnlyList<Alert>> Alerts(IServiceProvider services, Guid plantId, AlertFilter filter) =>
        [.. (await services.GetRequiredService<IAlertReader>().List(
            [plantId], filter, AlertOrder.OldestFirst, new PageRequest(1000, null, null, null, false), CancellationToken.None)).Items.Select(i => i.Item)];

    private static async Task<long> LastChange(DemoWorld world)
    {
        await using var scope = world.Services.Acting(Actor.System);
        return await scope.ServiceProvider.GetRequiredService<IChangeLogReader>().LastSequence(CancellationToken.None);
    }
}
