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

/// <summary>The keys a request asks one loader for. Resolvers may ask from any thread.</summary>
internal sealed class Gathering<TKey, TValue>(ILoaderHost host) where TKey : notnull
{
    private readonly Lock _gate = new();
    private Asked? _asked = Asked.Pool.Get();

    public Task<TValue?> Load(TKey key, DataLoader loader)
    {
        Task<TValue?> task;
        bool isFirst;
        lock (_gate) task = Find(key, out isFirst).Task;
        if (isFirst) host.Schedule(loader);
        return task;
    }

    public Task<TValue> LoadRequired(TKey key, DataLoader loader)
    {
        Task<TValue> task;
        bool isFirst;
        lock (_gate) task = Find(key, out isFirst).Required;
        if (isFirst) host.Schedule(loader);
        return task;
    }

    public void Dispatch(Type loader, int batchSize)
    {
        Answer[] answers;
        lock (_gate)
        {
            if (_asked is null) return;
            answers = [.. _asked.Waiting];
            _asked.Waiting.Clear();
        }
        if (answers.Length <= batchSize) _ = new Batch(_gate, host, answers).RunAsync(loader);
        else foreach (var some in answers.Chunk(batchSize)) _ = new Batch(_gate, host, some).RunAsync(loader);
    }

    /// <summary>Whoever asks from now on is told that the request is over: the memory serves another.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_asked is not null) Asked.Pool.Return(_asked);
            _asked = null;
        }
    }

    /// <summary>The answer for a key; the first key of a batch to come schedules the loader.</summary>
    private Answer Find(TKey key, out bool isFirst)
    {
        var asked = _asked ?? throw new InvalidOperationException("The request that this data loader gathers for is over.");
        isFirst = false;
        if (asked.ByKey.TryGetValue(key, out var answer)) return answer;
        isFirst = asked.Waiting.Count == 0;
        answer = new(key);
        asked.ByKey.Add(key, answer);
        asked.Waiting.Add(answer);
        return answer;
    }

    private sealed class Asked
    {
        private const int MostKept = 4_096;
        public static readonly DefaultObjectPool<Asked> Pool = new(new Policy(), Environment.ProcessorCount * 4);

        public Dictionary<TKey, Answer> ByKey { get; } = [];
        public List<Answer> Waiting { get; } = [];

        private sealed class Policy : PooledObjectPolicy<Asked>
        {
            public override Asked Create() => new();

            public override bool Return(Asked obj)
            {
                if (obj.ByKey.Count > MostKept) return false;
                obj.ByKey.Clear();
                obj.Waiting.Clear();
                return true;
            }
        }
    }

    /// <summary>A key, and the task of its value; another task for those who require it is made when somebody does.</summary>
    private sealed class Answer(TKey key) : TaskCompletionSource<TValue?>
    {
        private TaskCompletionSource<TValue>? _required;
        private Exception? _failure;
        private TValue? _value;
        private bool _hasArrived;
        private bool _isThere;

        public TKey Key => key;

        /// <summary>Asked for under the gate.</summary>
        public Task<TValue> Required
        {
            get
            {
                if (_required is null)
                {
                    _required = new();
                    if (_hasArrived) Settle(_required);
                }
                return _required.Task;
            }
        }

        // The gate is not held while tasks are completed: what waits for them runs at once.
        public void Arrive(Lock gate, bool isFound, TValue? value)
        {
            TaskCompletionSource<TValue>? required;
            lock (gate)
            {
                (_hasArrived, _isThere, _value) = (true, isFound && value is not null, value);
                required = _required;
            }
            SetResult(value);
            if (required is not null) Settle(required);
        }

        public void Fail(Lock gate, Exception failure)
        {
            TaskCompletionSource<TValue>? required;
            lock (gate)
            {
                (_hasArrived, _failure) = (true, failure);
                required = _required;
            }
            SetException(failure);
            // Where only the other task is awaited, nobody looks at this one.
            _ = Task.Exception;
            if (required is not null) Settle(required);
        }

        private void Settle(TaskCompletionSource<TValue> required)
        {
            if (_isThere) required.SetResult(_value!);
            else required.SetException(_failure ?? new GraphQLException($"There is no {typeof(TValue).Name} {key}.", ErrorCodes.NotFound));
        }
    }

    private sealed class Batch(Lock gate, ILoaderHost host, Answer[] answers) : LoadedBatch
    {
        private IReadOnlyDictionary<TKey, TValue>? _values;
        private Exception? _failure;

        public async Task RunAsync(Type loader)
        {
            try
            {
                var keys = new TKey[answers.Length];
                for (var i = 0; i < keys.Length; i++) keys[i] = answers[i].Key;
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
            foreach (var answer in answers)
            {
                if (_failure is not null) answer.Fail(gate, _failure);
                else answer.Arrive(gate, _values!.TryGetValue(answer.Key, out var value), value);
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
