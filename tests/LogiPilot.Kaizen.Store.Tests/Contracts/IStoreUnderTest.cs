using LogiPilot.Kaizen.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>An empty store on some database, as a server composes it. A second one may stand on the same data.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    IServiceProvider Services { get; }

    /// <summary>Another process, as it were: a store of its own on the same data.</summary>
    IStoreUnderTest Beside();
}

/// <summary>Runs things as a scope of the server does.</summary>
public static class StoreUse
{
    /// <summary>Reads in a scope of its own.</summary>
    public static async Task<T> Ask<TPort, T>(this IStoreUnderTest store, Func<TPort, Task<T>> read)
        where TPort : notnull
    {
        await using var scope = store.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    /// <summary>Applies a command in a scope of its own.</summary>
    public static async Task<Outcome<Made>> Apply(
        this IStoreUnderTest store, Func<IServiceProvider, Task<Outcome<Made>>> work, CancellationToken cancellationToken = default)
    {
        await using var scope = store.Services.CreateAsyncScope();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        return await unitOfWork.Apply(() => work(scope.ServiceProvider), cancellationToken);
    }

    /// <summary>Applies writes through one port, and nothing refuses.</summary>
    public static Task<Outcome<Made>> Write<TPort>(this IStoreUnderTest store, Action<TPort> write)
        where TPort : notnull =>
        store.Apply(services =>
        {
            write(services.GetRequiredService<TPort>());
            return Task.FromResult<Outcome<Made>>((Made)Guid.Empty);
        });

    public static Task<Outcome<Made>> Log(this IServiceProvider services, DomainEvent happened, DateTimeOffset at)
    {
        services.GetRequiredService<IChangeLog>().Append(happened, Actor.System, at);
        return Task.FromResult<Outcome<Made>>((Made)happened.SubjectId);
    }

    public static async Task<IReadOnlyList<long>> Sequences(this IStoreUnderTest store) =>
        [.. (await store.Ask((IChangeLogReader log) => log.After(0, int.MaxValue, default))).Select(c => c.Sequence)];
}
