using System.Collections.Concurrent;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;
using Quartz;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// Looks every few seconds at what time alone changes. Quartz is the clock, not the memory: what is due stands in the database, so a
/// sweep that comes late does everything once, and a test moves the clock and calls <see cref="Run"/>.
/// </summary>
public sealed class Sweeps(IServiceProvider services, IEnumerable<Sweep> sweeps, TimeProvider clock, ILogger<Sweeps> logger)
{
    private const int MostRounds = 1000;
    private static readonly TimeSpan UntilTriedAgain = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Sweep, DateTimeOffset> _ran = new();

    /// <summary>What failed in which sweep, and when it is tried again.</summary>
    private readonly ConcurrentDictionary<(string Sweep, Guid SubjectId), DateTimeOffset> _failed = new();

    /// <summary>
    /// Every sweep that is due, in the order registered, until none has anything left to do; one that fails does not keep the others.
    /// </summary>
    /// <exception cref="AggregateException">Some failed; the others are done.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var sweep in sweeps.Where(IsDue))
        {
            _ran[sweep] = clock.GetUtcNow();
            try
            {
                for (var round = 0; round < MostRounds && await RunOnce(sweep, cancellationToken) > 0; round++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>A clock that was set back says of what ran that it will run: then it is due.</summary>
    private bool IsDue(Sweep sweep)
    {
        var now = clock.GetUtcNow();
        return !_ran.TryGetValue(sweep, out var ran) || ran > now || ran + sweep.Every <= now;
    }

    private async Task<int> RunOnce(Sweep sweep, CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        var now = clock.GetUtcNow();
        Guid[] except = [.. _failed.Where(f => f.Key.Sweep == sweep.Name && f.Value > now).Select(f => f.Key.SubjectId)];
        Outcome<int> outcome;
        try
        {
            outcome = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(sweep.Command(except), cancellationToken);
        }
        catch (DueFailedException failure) when (!except.Contains(failure.SubjectId))
        {
            logger.LogError(failure, "{Sweep}: {Subject} is left out until it is tried again.", sweep.Name, failure.SubjectId);
            _failed[(sweep.Name, failure.SubjectId)] = now + UntilTriedAgain;
            return 1;
        }

        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"A sweep was refused: {refusal.Reason}");
        }

        if (outcome.Value > 0)
        {
            logger.LogDebug("{Sweep}: {Count}", sweep.Name, outcome.Value);
        }

        return outcome.Value;
    }
}

/// <summary>
/// A command that does what is due, a limited number at once, and answers how many it did; not more often than said. It is given what to
/// leave out: the things that failed (<see cref="DueFailedException"/>), without which the others go on.
/// </summary>
public sealed record Sweep(string Name, Func<IReadOnlyCollection<Guid>, ICommand<int>> Command, TimeSpan Every = default);

/// <summary>
/// The one job: a shell over the sweeps. Not at once when the server starts: nobody's device has found it again yet, and whoever were
/// called then would not be reached.
/// </summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(Sweeps sweeps) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (context.PreviousFireTimeUtc is not null)
        {
            await sweeps.Run(cancellationToken);
        }
    }
}

public static class SweepRegistration
{
    public static IServiceCollection AddSweeps(this IServiceCollection services, KaizenSettings settings)
    {
        services.AddSingleton<Sweeps>();
        services.AddSingleton(new Sweep("supply", _ => new Core.Supply.ReassessDue()));
        services.AddSingleton(new Sweep("alerts", failed => new Core.Alerts.AgeAlerts(Except: failed)));
        services.AddSingleton(new Sweep("shifts", failed => new Core.Alerts.EndShifts(Except: failed)));
        services.AddSingleton(new Sweep("plans", failed => new Core.Improvement.Plans.AskSponsors(Except: failed)));
        services.AddSingleton(new Sweep("levels", failed => new Core.Improvement.Plans.PromoteCases(Except: failed)));
        services.AddSingleton(new Sweep("held", failed => new Core.Notifications.ReleaseHeldNotices(Except: failed)));
        services.AddSingleton(new Sweep("reminders", failed => new Core.Notifications.Remind(failed), Every: TimeSpan.FromMinutes(1)));
        services.AddSingleton(new Sweep("digests", failed => new Core.Notifications.MakeShiftDigests(failed), Every: TimeSpan.FromMinutes(1)));
        services.AddSingleton(new Sweep("mondays", failed => new Core.Notifications.MakeMondayDigests(failed), Every: TimeSpan.FromMinutes(10)));
        services.AddSingleton(new Sweep("memory", _ => new ForgetCommands(), Every: TimeSpan.FromDays(1)));
        services.AddQuartz(quartz => quartz.ScheduleJob<SweepJob>(trigger => trigger
            .StartNow()
            .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(settings.SweepSeconds)).RepeatForever())));
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }
}
