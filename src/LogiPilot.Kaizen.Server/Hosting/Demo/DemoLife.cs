using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// The life of the demo plant before it is seen: it is written down with its past, and its last hours are lived through quickly, so
/// that whoever looks first finds alerts of some age, owners on their way and stock on the move. So it is after a stop.
/// </summary>
internal sealed class DemoLife(DemoPlan plan)
{
    private static readonly TimeSpan Past = TimeSpan.FromMinutes(150);
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(3);

    /// <summary>The silent parts were heard this long ago: one is unknown already, the other falls silent when the first is counted.</summary>
    private static readonly TimeSpan FirstHeard = TimeSpan.FromHours(34);
    private static readonly TimeSpan SecondHeard = TimeSpan.FromHours(16);

    public DemoPlan Plan { get; } = plan;

    public DemoHeartbeat Heartbeat { get; } = new(plan);

    /// <summary>What of the stories of improvement the product refused.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>Writes the plant down (unless that was done before the attempt was broken off), stocks it, and lives up to now.</summary>
    public async Task Begin(string dataFolder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var world = new DemoWorld(dataFolder, now - FirstHeard);
        if (await DemoShop.Find(world.Services, Plan, world.Now, cancellationToken) is null)
        {
            var stories = DemoStory.ReadAll();
            await using var scope = world.Services.Acting(Actor.System);
            var loaded = await ActivatorUtilities.CreateInstance<DemoLoading>(scope.ServiceProvider, Plan, stories).Load(now, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"The demo plant was refused: {refusal.Reason}.");
            }

            Refused = await new DemoImprovement(Plan, world).Play(stories, now, cancellationToken);
            world.Now = now - FirstHeard;
        }

        await Heartbeat.Stock(world.Services, world.Now, cancellationToken);
        world.Now = now - SecondHeard;
        await Heartbeat.CountOneSilent(world.Services, world.Now, cancellationToken);
        await CatchUp(world, DateTimeOffset.MinValue, now, cancellationToken);
    }

    /// <summary>Lives from a stop to now, but no more than the last hours: a stop of days is not made up for.</summary>
    public async Task CatchUp(DemoWorld world, DateTimeOffset stoppedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = stoppedAt > now - Past ? stoppedAt + Pace : now - Past;
        for (var at = from; at <= now; at += Pace)
        {
            world.Now = at;
            await Heartbeat.Step(world.Services, at, cancellationToken);
            await world.MoveTo(at, cancellationToken);
        }
    }
}
