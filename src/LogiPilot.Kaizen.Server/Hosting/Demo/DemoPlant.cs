using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting.SignIn;
using LogiPilot.Kaizen.Store.Organisation;
using Microsoft.AspNetCore.Identity;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>The demo plant: loaded into an empty database, awake when the server starts, alive while it runs.</summary>
internal sealed class DemoPlant(
    IServiceProvider services, KaizenSettings settings, DemoAccounts accounts, TimeProvider clock, ILogger<DemoPlant> log) : BackgroundService
{
    /// <summary>Known to everybody, and shown on the sign-in page: the demo plant has nothing to hide.</summary>
    private const string Password = "velos-du-forez";

    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(15);

    private readonly DemoLife _life = new(DemoPlan.Read());

    /// <summary>Loads the demo plant into an empty database, or ends a load that was broken off; false when there is something else.</summary>
    public async Task<bool> Load(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var begun = await DemoShop.Find(services, _life.Plan, now, cancellationToken);
        if (begun is null ? !await IsEmpty(cancellationToken) : begun.Shelves.Any(s => s.Point.HeardAt is not null))
        {
            return false;
        }

        await GiveAccounts();
        await _life.Begin(settings.Data, now, cancellationToken);
        foreach (var refused in _life.Refused)
        {
            log.LogWarning("A story of the demo plant ended early: {Refused}", refused);
        }

        return true;
    }

    /// <summary>Before the server answers.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Demo)
        {
            await Load(cancellationToken);
            await Wake(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>After a long stop the plant goes on as if it had lived meanwhile; a short one is taken in by the next beat.</summary>
    private async Task Wake(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await DemoShop.Find(services, _life.Plan, now, cancellationToken) is not { } shop)
        {
            return;
        }

        var stoppedAt = shop.Shelves.Max(s => s.Point.HeardAt) ?? now;
        if (now - stoppedAt > DemoHeartbeat.LongestPause)
        {
            await using var world = new DemoWorld(settings.Data, now);
            await _life.CatchUp(world, stoppedAt, now, cancellationToken);
        }

        accounts.Shown =
        [
            .. _life.Plan.People.Where(p => p.Account is not null && shop.People.People.Any(h => h.UserName == p.Account))
                .Select(p => new DemoAccount(p.Account!, Password, p.Name, p.Role)),
        ];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (accounts.Shown.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(BetweenSteps);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await _life.Heartbeat.Step(services, clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The demo plant missed a beat.");
            }
        }
    }

    private async Task<bool> IsEmpty(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var organisation = scope.ServiceProvider.GetRequiredService<IOrganisationStore>();
        return !await organisation.AnyPerson(cancellationToken) && (await organisation.Plants(cancellationToken)).Count == 0;
    }

    /// <summary>One password for all, so it is hashed once: that takes as long as it is meant to.</summary>
    private async Task GiveAccounts()
    {
        await using var scope = services.Acting(Actor.System);
        var credentials = scope.ServiceProvider.GetRequiredService<UserManager<Credential>>();
        var hash = credentials.PasswordHasher.HashPassword(new(), Password);
        foreach (var person in _life.Plan.People.Where(p => p.Account is not null))
        {
            if (await credentials.FindByNameAsync(person.Account!) is not null)
            {
                continue;
            }

            var made = await credentials.CreateAsync(new()
            {
                Id = DemoIds.Of(_life.Plan, person.Name), UserName = person.Account, PasswordHash = hash, LockoutEnabled = false,
            });
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(string.Join(" ", made.Errors.Select(e => e.Description)));
            }
        }
    }
}

internal static class DemoRegistration
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoPlant>().AddHostedService(s => s.GetRequiredService<DemoPlant>());
}
