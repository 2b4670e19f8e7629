using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ObjectPool;

namespace LogiPilot.GraphQL.Execution;

/// <summary>What a data loader needs of the run it gathers for.</summary>
internal interface ILoaderHost
{
    CancellationToken CancellationToken { get; }

    AsyncServiceScope NewScope();

    /// <summary>The loader has keys and waits to be dispatched.</summary>
    void Schedule(DataLoader loader);

    /// <summary>A batch of so many keys is about to be loaded.</summary>
    void Loading(Type loader, int keys);

    /// <summary>Completes a batch that came back in turn with the completion of fields.</summary>
    void Post(LoadedBatch batch);
}

/// <summary>A batch that came back.</summary>
internal abstract class LoadedBatch
{
    /// <summary>Completes the tasks of its keys.</summary>
    public abstract void Complete();
}

/// <summary>
/// The keys a request asks one loader for, from any thread. Their tasks are completed by builders, which cost no object beside the task.
/// </summary>
internal sealed class Gathering<TKey, TValue>(ILoaderHost host) where TKey : notnull
{
    private readonly Lock _gate = new();
    private Asked? _asked = Asked.Pool.Get();
    private int _running;
    private bool _isOver;

    public Task<TValue?> Load(TKey key, DataLoader loader)
    {
        Task<TValue?> task;
        bool isFirst;
        lock (_gate) task = Find(key, out isFirst);
        if (isFirst) host.Schedule(loader);
        return task;
    }

    /// <summary>The value, or an error where there is none.</summary>
    public Task<TValue> LoadRequired(TKey key, DataLoader loader)
    {
        Task<TValue> task;
        bool isFirst;
        lock (_gate)
        {
            var found = Find(key, out isFirst);
            if (!found.IsCompleted)
            {
                ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(_asked!.Required, key, out _);
                task = builder.Task;
            }
            else if (found.IsCompletedSuccessfully && (found.GetAwaiter().GetResult() is null || _asked!.Absent.Contains(key)))
            {
                task = Task.FromException<TValue>(Missing(key));
            }
            else
            {
                task = found!;
            }
        }
        if (isFirst) host.Schedule(loader);
        return task;
    }

    public void Dispatch(Type loader, int batchSize)
    {
        TKey[] keys;
        lock (_gate)
        {
            keys = [.. _asked!.Waiting];
            _asked.Waiting.Clear();
            _running += batchSize > 0 ? (keys.Length + batchSize - 1) / batchSize : 1;
        }
        if (batchSize <= 0) new Batch(this, keys).Fail(new InvalidOperationException(
            $"MaxBatchSize of {loader.Name} is {batchSize}. It is asked for before the constructor runs: return a positive constant."));
        else if (keys.Length <= batchSize) _ = new Batch(this, keys).RunAsync(loader);
        else foreach (var some in keys.Chunk(batchSize)) _ = new Batch(this, some).RunAsync(loader);
    }

    /// <summary>Whoever asks from now on is told that the request is over: the memory serves another, unless a batch still comes back to it.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_running > 0) return;
            Asked.Pool.Return(_asked!);
            _asked = null;
        }
    }

    /// <summary>The task of a key; the first key of a batch to come schedules the loader.</summary>
    private Task<TValue?> Find(TKey key, out bool isFirst)
    {
        if (_isOver) throw new InvalidOperationException("The request that this data loader gathers for is over.");
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(_asked!.ByKey, key, out var isKnown);
        isFirst = !isKnown && _asked.Waiting.Count == 0;
        if (!isKnown) _asked.Waiting.Add(key);
        return builder.Task;
    }

    private static GraphQLException Missing(TKey key) => new($"There is no {typeof(TValue).Name} {key}.", ErrorCodes.NotFound);

    // The gate is not held while a task is completed: what waits for it runs at once.
    private void Complete(TKey key, TValue? value, bool isFound, Exception? failure)
    {
        AsyncTaskMethodBuilder<TValue?> builder;
        lock (_gate)
        {
            builder = _asked!.ByKey[key];
            // The default of a struct may be a value as well as none.
            if (!isFound && default(TValue) is not null) _asked.Absent.Add(key);
        }
        if (failure is null) builder.SetResult(value);
        else builder.SetException(failure);
        // Who requires the value may be the only one to look at the exception.
        if (failure is not null) _ = builder.Task.Exception;
        AsyncTaskMethodBuilder<TValue> required;
        lock (_gate)
        {
            if (!_asked.Required.Remove(key, out required)) return;
        }
        if (failure is not null) required.SetException(failure);
        else if (!isFound || value is null) required.SetException(Missing(key));
        else required.SetResult(value);
    }

    private void Completed()
    {
        lock (_gate) _running--;
    }

    private sealed class Batch(Gathering<TKey, TValue> gathering, TKey[] keys) : LoadedBatch
    {
        private IReadOnlyDictionary<TKey, TValue>? _values;
        private Exception? _failure;

        public async Task RunAsync(Type loader)
        {
            var host = gathering.Host;
            try
            {
                host.Loading(loader, keys.Length);
                var scope = host.NewScope();
                await using (scope.ConfigureAwait(false))
                {
                    var worker = (BatchDataLoader<TKey, TValue>)LoaderFactories.Create(scope.ServiceProvider, loader);
                    _values = await worker.RunAsync(keys, host.CancellationToken).ConfigureAwait(false)
                        ?? throw new InvalidOperationException($"{loader.Name} returned null instead of the values of its batch.");
                }
            }
            catch (Exception exception)
            {
                _failure = exception;
            }
            host.Post(this);
        }

        public override void Complete()
        {
            foreach (var key in keys)
            {
                var value = default(TValue);
                var failure = _failure;
                var isFound = false;
                try
                {
                    isFound = _values?.TryGetValue(key, out value) == true;
                }
                catch (Exception exception)
                {
                    // The dictionary is the loader's own, and a key that is not answered would be waited for without end.
                    failure = exception;
                }
                gathering.Complete(key, value, isFound, failure);
            }
            gathering.Completed();
        }

        public void Fail(Exception failure)
        {
            _failure = failure;
            gathering.Host.Post(this);
        }
    }

    private ILoaderHost Host => host;

    private sealed class Asked
    {
        private const int MostKept = 1_024;
        public static readonly DefaultObjectPool<Asked> Pool = new(new Policy(), maximumRetained: 64);

        public Dictionary<TKey, AsyncTaskMethodBuilder<TValue?>> ByKey { get; } = [];

        /// <summary>The tasks of those who require a value that has not arrived yet.</summary>
        public Dictionary<TKey, AsyncTaskMethodBuilder<TValue>> Required { get; } = [];

        /// <summary>The keys without a value, where the default of the value's type does not say so.</summary>
        public HashSet<TKey> Absent { get; } = [];
        public List<TKey> Waiting { get; } = [];

        private sealed class Policy : PooledObjectPolicy<Asked>
        {
            public override Asked Create() => new();

            public override bool Return(Asked obj)
            {
                if (obj.ByKey.Count > MostKept) return false;
                obj.ByKey.Clear();
                obj.Required.Clear();
                obj.Absent.Clear();
                obj.Waiting.Clear();
                return true;
            }
        }
    }
}

internal static class LoaderFactories
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, ObjectFactory> Known = new();

    public static object Create(IServiceProvider services, Type type) =>
        Known.GetOrAdd(type, static t => ActivatorUtilities.CreateFactory(t, []))(services, []);
}
