using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Notifications;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Core.Tests.Shared;

/// <summary>
/// The real handlers, listeners and pipeline over ports in memory: what a request goes through in the server, less the database, and less
/// the listeners of rooms that a test's world has nothing of.
/// </summary>
internal sealed class Pipeline
{
    private readonly ServiceProvider _services;

    public Pipeline(TimeProvider clock, InMemoryOrganisation organisation, Action<IServiceCollection> ports, params Type[] leftOut)
    {
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton<IOrganisationStore>(organisation)
            .AddSingleton<IDirectory>(organisation)
            .AddSingleton<IUnitOfWork, AtOnce>()
            .AddSingleton<ICommandMemory, RememberedCommands>()
            .AddSingleton<IChangeLog>(Log)
            .AddSingleton<IChangeLogReader>(Log)
            .AddScoped<Meanwhile>()
            .AddScoped<AskedBy>(_ => new AskedBy(Actor.System))
            .AddScoped<ICurrentActor>(s => s.GetRequiredService<AskedBy>())
            .AddScoped<EventQueue>()
            .AddScoped<IEvents>(s => s.GetRequiredService<EventQueue>())
            .AddScoped<Telling>()
            .AddScoped<IMediator>(s => new Mediator(s.GetService!))
            .AddSingleton<INoticeStore>(Notices)
            .AddSingleton<IOutboxStore>(Notices)
            .AddSingleton<INoticeRuns>(Notices)
            .AddSingleton<IWebhookStore>(Notices.Webhooks)
            .AddSingleton<IPresence>(Notices)
            .AddSingleton<IContacts>(_ => new InMemoryContacts(organisation, Notices))
            .AddScoped<NoticeBook>()
            .AddScoped<NoticeTruth>()
            .AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorise<,>))
            .AddScoped(typeof(IPipelineBehavior<,>), typeof(Apply<,>));
        ports(services);
        foreach (var type in typeof(Actor).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }).Except(leftOut))
        {
            foreach (var contract in type.GetInterfaces().Where(IsHandler))
            {
                services.AddScoped(contract, type);
            }
        }

        _services = services.BuildServiceProvider();
    }

    public LoggedEvents Log { get; } = new();

    /// <summary>What people were told; nobody is connected unless a test says so.</summary>
    public InMemoryNotices Notices { get; } = new();

    public async Task<Outcome<T>> Send<T>(Actor actor, IRequest<Outcome<T>> request)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AskedBy>().Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Tells the listeners, as the unit of work does after a command that made it happen.</summary>
    public async Task Tell(DomainEvent happened)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<EventQueue>().Raise(happened);
        await scope.ServiceProvider.GetRequiredService<Telling>().Tell(default);
    }

    private static bool IsHandler(Type contract) =>
        contract.IsGenericType
        && (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            || contract.GetGenericTypeDefinition() == typeof(INotificationHandler<>));

    private sealed class AtOnce : IUnitOfWork
    {
        public Task<TOutcome> Apply<TOutcome>(Func<Task<TOutcome>> work, CancellationToken cancellationToken) => work();
    }

    private sealed class RememberedCommands : ICommandMemory
    {
        private readonly Dictionary<(Guid, Guid), KeptCommand> _kept = [];

        public Task<KeptCommand?> Find(Guid actorId, Guid clientId, CancellationToken cancellationToken) =>
            Task.FromResult(_kept.GetValueOrDefault((actorId, clientId)));

        public Task Keep(Guid actorId, Guid clientId, KeptCommand command, DateTimeOffset at, CancellationToken cancellationToken)
        {
            _kept.Add((actorId, clientId), command);
            return Task.CompletedTask;
        }

        public Task<int> ForgetBefore(DateTimeOffset instant, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}

/// <summary>The change log in memory.</summary>
internal sealed class LoggedEvents : IChangeLog, IChangeLogReader
{
    private readonly List<Change> _changes = [];

    public List<DomainEvent> All { get; } = [];

    public void Append(DomainEvent happened, Actor actor, DateTimeOffset at)
    {
        All.Add(happened);
        _changes.Add(new(_changes.Count + 1, happened.PlantId, happened.Room, happened.Name, happened.SubjectId, "{}", actor.PersonId, at));
    }

    public Task<long> LastSequence(CancellationToken cancellationToken) => Task.FromResult((long)_changes.Count);

    public Task<IReadOnlyList<Change>> After(long sequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Change>>([.. _changes.Skip((int)sequence).Take(limit)]);

    public Task<Change?> LastOf(Guid subjectId, string room, CancellationToken cancellationToken) =>
        Task.FromResult(_changes.FindLast(c => c.SubjectId == subjectId && string.Equals(c.Room, room, StringComparison.Ordinal)));
}
