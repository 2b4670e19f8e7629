using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.GraphQL;

/// <summary>Derive from <see cref="BatchDataLoader{TKey,TValue}"/> or <see cref="GroupedDataLoader{TKey,TValue}"/>.</summary>
public abstract class DataLoader
{
    /// <summary>Most keys in one batch.</summary>
    protected virtual int MaxBatchSize => 1_000;

    internal abstract void Attach(ILoaderHost host);

    internal abstract void Dispatch();

    /// <summary>
    /// What resolvers hold gathers keys and never loads, so it is made without its constructor: the services a constructor
    /// asks for belong to a batch's scope.
    /// </summary>
    internal static DataLoader Gatherer(Type type, ILoaderHost host)
    {
        var loader = (DataLoader)RuntimeHelpers.GetUninitializedObject(type);
        loader.Attach(host);
        return loader;
    }
}

internal interface ILoaderHost
{
    CancellationToken CancellationToken { get; }

    AsyncServiceScope NewScope();

    /// <summary>The loader has keys and waits to be dispatched.</summary>
    void Schedule(DataLoader loader);

    /// <summary>A batch of so many keys is about to be loaded.</summary>
    void Loading(Type loader, int keys);

    /// <summary>Runs the work in turn with the completion of fields.</summary>
    void Post(Action work);
}

/// <summary>
/// Loads many keys at once. Derive, take services in the constructor, and take the loader as a parameter of a resolver: the keys
/// of the whole request are gathered, each key is loaded once, each batch in a DI scope of its own.
/// </summary>
public abstract class BatchDataLoader<TKey, TValue> : DataLoader where TKey : notnull
{
    private Gathering? _gathering;

    private Gathering State => _gathering ?? throw new InvalidOperationException(
        $"{GetType().Name} was not made by a request: take it as a parameter of a resolver.");

    /// <summary>The value of a key, or the default (null) where the batch had none.</summary>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return State.Load(key, this);
    }

    /// <summary>The value of a key, or an error with code NOT_FOUND.</summary>
    public async Task<TValue> LoadRequiredAsync(TKey key, CancellationToken cancellationToken = default) =>
        await LoadAsync(key, cancellationToken).ConfigureAwait(false)
        ?? throw new GraphQLException($"There is no {typeof(TValue).Name} {key}.", ErrorCodes.NotFound);

    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default) =>
        await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken))).ConfigureAwait(false);

    /// <summary>Loads the keys of one batch; keys without a value are left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal override void Attach(ILoaderHost host) => _gathering = new(host);

    internal override void Dispatch() => State.Dispatch(GetType(), MaxBatchSize);

    private sealed class Gathering(ILoaderHost host)
    {
        private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _asked = [];
        private List<TKey> _waiting = [];

        public Task<TValue?> Load(TKey key, DataLoader loader)
        {
            var first = false;
            TaskCompletionSource<TValue?>? answer;
            lock (_asked)
            {
                if (!_asked.TryGetValue(key, out answer))
                {
                    _asked[key] = answer = new();
                    first = _waiting.Count == 0;
                    _waiting.Add(key);
                }
            }
            if (first) host.Schedule(loader);
            return answer.Task;
        }

        public void Dispatch(Type loader, int batchSize)
        {
            List<TKey> keys;
            lock (_asked) (keys, _waiting) = (_waiting, []);
            for (var start = 0; start < keys.Count; start += batchSize)
                _ = RunBatchAsync(loader, start == 0 && keys.Count <= batchSize ? keys : keys.GetRange(start, Math.Min(batchSize, keys.Count - start)));
        }

        private async Task RunBatchAsync(Type loader, List<TKey> keys)
        {
            try
            {
                IReadOnlyDictionary<TKey, TValue> values;
                host.Loading(loader, keys.Count);
                var scope = host.NewScope();
                await using (scope.ConfigureAwait(false))
                {
                    var worker = (BatchDataLoader<TKey, TValue>)LoaderFactories.Create(scope.ServiceProvider, loader);
                    values = await worker.LoadBatchAsync(keys, host.CancellationToken).ConfigureAwait(false);
                }
                host.Post(() =>
                {
                    foreach (var key in keys) Asked(key).SetResult(values.TryGetValue(key, out var value) ? value : default);
                });
            }
            catch (Exception exception)
            {
                host.Post(() =>
                {
                    foreach (var key in keys) Asked(key).SetException(exception);
                });
            }
        }

        private TaskCompletionSource<TValue?> Asked(TKey key)
        {
            lock (_asked) return _asked[key];
        }
    }
}

/// <summary>Loads lists: a key without values gives an empty list.</summary>
public abstract class GroupedDataLoader<TKey, TValue> : BatchDataLoader<TKey, IReadOnlyList<TValue>> where TKey : notnull
{
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    protected sealed override async Task<IReadOnlyDictionary<TKey, IReadOnlyList<TValue>>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var groups = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<TValue>)[.. groups[key]]);
    }
}

internal static class LoaderFactories
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, ObjectFactory> Known = new();

    public static object Create(IServiceProvider services, Type type) =>
        Known.GetOrAdd(type, static t => ActivatorUtilities.CreateFactory(t, []))(services, []);
}
