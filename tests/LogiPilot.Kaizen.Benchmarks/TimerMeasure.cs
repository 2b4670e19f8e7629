using System.Diagnostics;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// 100,000 open alerts, each with a level of its escalation to come: every sweep of the server, those of each minute too, with nothing
/// due; then with one level due, and with a thousand at once as after a stop.
/// </summary>
internal static class TimerMeasure
{
    private const int Timers = 100_000;
    private const int Batch = 5_000;
    private const int AfterStop = 1_000;

    public static async Task<IReadOnlyList<Row>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-timers-").FullName;
        var clock = new StandingClock();
        var start = new StartOptions(false, folder, null, false, ["--Logging:LogLevel:Default=Warning"]) { Clock = clock };
        await using (var app = Server.Program.Compose(start))
        {
            await Fill(app.Services, clock.Now);
            var sweeps = app.Services.GetRequiredService<Sweeps>();
            await sweeps.Run(CancellationToken.None);
            var nothing = await Times(21, sweeps, () => clock.Now += TimeSpan.FromMinutes(1));
            clock.Now += TimeSpan.FromHours(1) - TimeSpan.FromMinutes(21) - TimeSpan.FromSeconds(1);
            await sweeps.Run(CancellationToken.None);
            var one = await Times(21, sweeps, () => clock.Now += TimeSpan.FromSeconds(1));
            var many = await Times(1, sweeps, () => clock.Now += TimeSpan.FromSeconds(AfterStop));
            Directory.Delete(folder, recursive: true);
            return
            [
                new Row($"one sweep, {Timers:N0} open timers, nothing due (median of 21)", $"{nothing:0.0} ms", "", null, "< 50 ms"),
                new Row("one sweep with one level due among them (median of 21)", $"{one:0.0} ms", "", null, ""),
                new Row($"one sweep with {AfterStop:N0} levels due, as after a stop", $"{many:N0} ms", "", null, ""),
            ];
        }
    }

    /// <summary>The median; a run of many has one time.</summary>
    private static async Task<double> Times(int rounds, Sweeps sweeps, Action before)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            before();
            var watch = Stopwatch.StartNew();
            await sweeps.Run(CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(rounds / 2);
    }

    /// <summary>A plant with people; alert after alert, the first level of each a second after that of the one before, from an hour on.</summary>
    private static async Task Fill(IServiceProvider services, DateTimeOffset now)
    {
        var (plant, area) = await MakePlant(services, now);
        var policy = EscalationPolicy.Create(
            Guid.CreateVersion7(now), plant, "Mesure", [new(Severity.Major, [Call(60, Role.TeamLeader), Call(2 * Timers, Role.Manager)], [], ClockTime: true)]);
        var rule = EscalationRule.Of(AlertKind.Other, Severity.Major, policy);
        for (var from = 0; from < Timers; from += Batch)
        {
            await Write(services, scope =>
            {
                var (alerts, escalations) = (scope.GetRequiredService<IAlertStore>(), scope.GetRequiredService<IEscalationStore>());
                for (var i = from; i < from + Batch; i++)
                {
                    var at = now.AddSeconds(i);
                    var alert = Alert.Raise($"A-2026-{i:D6}", new Problem(plant, AlertKind.Other, Severity.Major, area, area), Report.BySystem(at));
                    alerts.Add(alert);
                    var escalation = Escalation.Create(alert.Id, plant);
                    escalation.Follow(new(EscalationTrack.Unacknowledged, Severity.Major), rule, (since, minutes) => since.AddMinutes(minutes), at);
                    escalations.Add(escalation);
                }
            });
        }
    }

    private static async Task<(Guid Plant, Guid Area)> MakePlant(IServiceProvider services, DateTimeOffset now)
    {
        var (plant, area) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await Write(services, scope =>
        {
            var organisation = scope.GetRequiredService<IOrganisationStore>();
            organisation.Add(Plant.Create(plant, "MES", "Mesure", "Europe/Paris", Language.Fr));
            organisation.Add(Place.Create(area, plant, PlaceKind.Area, "A", "Atelier", "A", null, null, 0));
            foreach (var role in new[] { Role.TeamLeader, Role.Manager })
            {
                organisation.Add(Person.Create(
                    Guid.CreateVersion7(now), PersonKind.Human, role.ToString(), role.ToString(), $"{role}@mesure.example", Language.Fr,
                    [new(plant, role, [])]));
            }
        });
        return (plant, area);
    }

    private static EscalationLevel Call(int minutes, Role role) =>
        new(minutes, [new(TargetKind.RoleOnShift, role)], [NoticeChannel.App, NoticeChannel.Mail]);

    private static async Task Write(IServiceProvider services, Action<IServiceProvider> write)
    {
        await using var scope = services.Acting(Actor.System);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Apply<Outcome<int>>(
            () =>
            {
                write(scope.ServiceProvider);
                return Task.FromResult<Outcome<int>>(0);
            },
            CancellationToken.None);
    }

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
