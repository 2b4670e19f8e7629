using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Improvement.Actions;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using LogiPilot.Kaizen.Server.Notifications;
using LogiPilot.Kaizen.Store;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>A data folder's use cases under a clock of its own, so that the demo plant has a past when it is first seen.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly SetClock _clock;
    private readonly ServiceProvider _services;

    public DemoWorld(string dataFolder, DateTimeOffset now)
    {
        _clock = new SetClock { Now = now };
        var services = new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddSingleton<KaizenMeter>()
            .AddSingleton<TimeProvider>(_clock)
            .AddActors()
            .AddMediation(typeof(Actor).Assembly)
            .AddNotifications()
            .AddSingleton(new KaizenSettings { Data = dataFolder })
            .AddSingleton<Texts>()
            .AddMethods()
            .AddActions()
            .AddSingleton<IPresence, EverybodyThere>()
            .AddKaizenStore(dataFolder);
        foreach (var listener in services.Where(TellsPeople).ToList())
        {
            services.Remove(listener);
        }

        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    /// <summary>Moves the clock and does what time alone changes.</summary>
    public async Task MoveTo(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Now = now;
        await Sweep(() => new ReassessDue(), cancellationToken);
        await Sweep(() => new AgeAlerts(), cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task Sweep(Func<ICommand<int>> command, CancellationToken cancellationToken)
    {
        await using var scope = _services.Acting(Actor.System);
        while ((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command(), cancellationToken)).Value > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Nobody is told now what happened in a past that is made up.</summary>
    private static bool TellsPeople(ServiceDescriptor listener) =>
        listener.ImplementationType?.Namespace == typeof(NoticeBook).Namespace
        && listener.ServiceType.IsGenericType && listener.ServiceType.GetGenericTypeDefinition() == typeof(INotificationHandler<>);

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>The people of the demo plant carry phones that nobody sees.</summary>
internal sealed class EverybodyThere : IPresence
{
    public bool IsConnected(Guid personId) => true;
}
