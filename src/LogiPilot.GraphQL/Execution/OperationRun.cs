using LogiPilot.GraphQL.Observability;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.GraphQL.Execution;

/// <summary>
/// Runs one operation. Fields are completed by one flow of control at a time: resolvers that go asynchronous leave a hole and come
/// back through a queue, and when nothing more can be completed the waiting data loaders are dispatched. So the writer needs no
/// lock and a batch gathers the keys of the whole tree.
/// </summary>
internal sealed partial class OperationRun(
    GraphQLSchema schema, GraphQLOptions options, GraphQLRequest request, IServiceProvider? services, ErrorReporter reporter, CancellationToken cancellation,
    OperationWatch? watch = null)
    : ILoaderHost
{
    private readonly Queue<object> _ready = new();
    private readonly List<DataLoader> _waitingLoaders = [];
    private readonly Dictionary<Type, DataLoader> _loaders = [];
    private readonly List<ResolverContext> _contexts = [];
    private CancellationTokenSource? _timeout;
    private TaskCompletionSource? _wake;
    private int _outstanding;

    public GraphQLSchema Schema { get; } = schema;

    public GraphQLRequest Request { get; } = request;

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>Made when first asked for: most fields never look at it.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            if (Timeout <= TimeSpan.Zero) return cancellation;
            lock (_ready)
            {
                if (_timeout is null)
                {
                    _timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                    _timeout.CancelAfter(Timeout);
                }
                return _timeout.Token;
            }
        }
    }

    public AsyncServiceScope NewScope()
    {
        var provider = Request.Services ?? services
            ?? throw new InvalidOperationException("The request has no services; give GraphQLRequest.Services.");
        var scope = provider.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        options.ScopeCreated?.Invoke(scope.ServiceProvider, Request);
        return scope;
    }

    public DataLoader Loader(Type type)
    {
        lock (_ready)
        {
            if (!_loaders.TryGetValue(type, out var loader)) _loaders[type] = loader = DataLoader.Gatherer(type, this);
            return loader;
        }
    }

    public void Schedule(DataLoader loader)
    {
        TaskCompletionSource? wake;
        lock (_ready)
        {
            _waitingLoaders.Add(loader);
            (wake, _wake) = (_wake, null);
        }
        wake?.TrySetResult();
    }

    public void Loading(Type loader, int keys) => watch?.Batch(loader, keys);

    public void Post(Action work) => Enqueue(work);

    public void Arrived(Hole hole) => Enqueue(hole);

    /// <summary>Runs the operation; its answer is then in <see cref="Buffer"/>.</summary>
    public ValueTask RunAsync(OperationPlan plan, VariableValues variables)
    {
        (_variables, _operationName) = (variables, plan.Operation.Name?.Value);
        if (plan.Operation.Kind == Language.OperationKind.Mutation) return RunSerialAsync(plan.Root);
        WriteRoot(plan.Root, 0, plan.Root.Fields.Length);
        return _outstanding == 0 ? default : DrainAsync();
    }

    private async ValueTask RunSerialAsync(SelectionPlan root)
    {
        for (var i = 0; i < root.Fields.Length && !_rootIsNull; i++)
        {
            WriteRoot(root, i, i + 1);
            if (_outstanding > 0) await DrainAsync().ConfigureAwait(false);
            // What was loaded before this change may not be true after it.
            lock (_ready) _loaders.Clear();
        }
    }

    private void Enqueue(object work)
    {
        TaskCompletionSource? wake;
        lock (_ready)
        {
            _ready.Enqueue(work);
            (wake, _wake) = (_wake, null);
        }
        wake?.TrySetResult();
    }

    private async ValueTask DrainAsync()
    {
        var token = CancellationToken;
        while (true)
        {
            var (work, wait) = Next();
            if (work is Hole hole) Complete(hole);
            else if (work is Action action) action();
            else if (work is DataLoader[] loaders) Array.ForEach(loaders, loader => loader.Dispatch());
            else if (wait is not null) await wait.WaitAsync(token).ConfigureAwait(false);
            else return;
        }
    }

    /// <summary>A hole whose result arrived or work posted, else the loaders to dispatch, else what to wait for; nothing at the end.</summary>
    private (object? Work, Task? Wait) Next()
    {
        lock (_ready)
        {
            if (_ready.TryDequeue(out var work)) return (work, null);
            if (_outstanding == 0) return (null, null);
            if (_waitingLoaders.Count == 0) return (null, (_wake = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
            DataLoader[] loaders = [.. _waitingLoaders];
            _waitingLoaders.Clear();
            return (loaders, null);
        }
    }

    /// <summary>Ends scopes. Resolvers a time-out left behind still use theirs, so those end when the last of them has come back.</summary>
    public async ValueTask DisposeAsync()
    {
        var buffer = _buffer;
        _buffer = null;
        buffer?.Release();
        if (_outstanding > 0)
        {
            _ = DisposeLaterAsync();
            return;
        }
        await DisposeScopesAsync().ConfigureAwait(false);
    }

    private async Task DisposeLaterAsync()
    {
        // Loaders are still dispatched, with a token that says the time is up, so that whoever waits for them comes back.
        while (_outstanding > 0)
        {
            var (work, wait) = Next();
            if (work is Hole) _outstanding--;
            else if (work is Action action) action();
            else if (work is DataLoader[] loaders) Array.ForEach(loaders, loader => loader.Dispatch());
            else await wait!.ConfigureAwait(false);
        }
        await DisposeScopesAsync().ConfigureAwait(false);
    }

    private async ValueTask DisposeScopesAsync()
    {
        foreach (var context in _contexts) await context.DisposeAsync().ConfigureAwait(false);
        _timeout?.Dispose();
    }
}
