using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// Keeps the demo plant alive: each step books what stock did since the last one, brings deliveries and lets people act, by
/// ordinary commands as the people concerned. What happens is a matter of the clock, so a step may come early or late.
/// </summary>
internal sealed class DemoHeartbeat(DemoPlan plan)
{
    /// <summary>A pause longer than this is a stop, after which the plant recovers instead of catching up.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan BetweenClosings = TimeSpan.FromMinutes(10);

    private readonly DemoCrew _crew = new();
    private DateTimeOffset? _last;

    /// <summary>The first stock of a plant just written down, received and brought to the stations.</summary>
    public async Task Stock(IServiceProvider services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shop = (await DemoShop.Find(services, plan, now, cancellationToken))!;
        foreach (var part in plan.Parts)
        {
            shop.Receive(part, Math.Ceiling(part.PerDay * DemoChance.Between(8, 13, $"stock {part.Code}")), "STOCK INITIAL");
        }

        foreach (var shelf in shop.Shelves.Where(s => s.Part.Silent))
        {
            shop.Supply(shelf, shelf.Part.FillsTo);
        }

        DemoFlow.Recover(shop, DateTimeOffset.MinValue);
        await Book(shop, cancellationToken);
    }

    /// <summary>Counts one of the silent parts, so that they do not fall silent together.</summary>
    public async Task CountOneSilent(IServiceProvider services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shop = (await DemoShop.Find(services, plan, now, cancellationToken))!;
        var shelf = shop.Shelves.First(s => s.Part.Silent);
        shop.Use(shelf, shelf.Part.Lot);
        await Book(shop, cancellationToken);
    }

    public async Task Step(IServiceProvider services, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await DemoShop.Find(services, plan, now, cancellationToken) is not { } shop)
        {
            return;
        }

        var since = _last ?? shop.Shelves.Where(s => !s.Part.Silent).Max(s => s.Point.HeardAt) ?? now;
        if (now <= since)
        {
            return;
        }

        if (now - since > LongestPause)
        {
            DemoFlow.Recover(shop, since);
            since = now;
        }
        else
        {
            DemoFlow.Step(shop, since);
        }

        await DemoDeliveries.Step(shop, services, since, cancellationToken);
        await Book(shop, cancellationToken);
        await _crew.Step(shop, since, cancellationToken);
        if (DemoStories.Turns(since, now, BetweenClosings).Any())
        {
            await DemoCrew.Close(shop, await Resolved(shop, services, cancellationToken), cancellationToken);
        }

        _last = now;
    }

    private static async Task Book(DemoShop shop, CancellationToken cancellationToken)
    {
        var agent = DemoChance.Of(shop.Staff(Role.Agent), $"{shop.Now:yyyyMMddHH}");
        foreach (var movements in shop.Movements.Chunk(RecordMovements.Most))
        {
            await shop.Do(agent.Id, new RecordMovements(movements), cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<Alert>> Resolved(DemoShop shop, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        var page = await scope.ServiceProvider.GetRequiredService<IAlertReader>().List(
            [shop.Plant.Id], new AlertFilter(States: [AlertState.Resolved]), AlertOrder.OldestFirst, new PageRequest(50, null, null, null, false),
            cancellationToken);
        return [.. page.Items.Select(i => i.Item)];
    }
}
