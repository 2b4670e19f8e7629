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
    private Workspace? _work = Workspace.Rent();
    private CancellationTokenSource? _timeout;
    private int _isDisposed;

    private Workspace Work => _work ?? throw new ObjectDisposedException(nameof(OperationRun));

    public GraphQLSchema Schema { get; } = schema;

    public GraphQLRequest Request { get; } = request;

    public ErrorReporter Reporter { get; } = reporter;

    public List<GraphQLError> Errors { get; } = [];

    /// <summary>Made when first asked for: most fields never look at it.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            if (Timeout <= TimeSpan.Zero) return cancellation;
            lock (_gate)
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
        lock (_gate)
        {
            if (!Work.Loaders.TryGetValue(type, out var loader)) Work.Loaders[type] = loader = DataLoader.Gatherer(type, this);
            return loader;
        }
    }

    /// <summary>Runs the operation; its answer is then in <see cref="Buffer"/>.</summary>
    public ValueTask RunAsync(OperationPlan plan, VariableValues variables)
    {
        (_variables, _operationName) = (variables, plan.Operation.Name?.Value);
        if (plan.Root.Mistake is { } mistake)
        {
            Errors.Add(GraphQLError.Of(mistake));
            _rootIsNull = true;
            return default;
        }
        if (plan.Operation.Kind == Language.OperationKind.Mutation) return RunSerialAsync(plan.Root);
        WriteRoot(plan.Root, 0, plan.Root.Fields.Length);
        return _outstanding > 0 ? DrainAsync() : default;
    }

    private async ValueTask RunSerialAsync(SelectionPlan root)
    {
        for (var i = 0; i < root.Fields.Length && !_rootIsNull; i++)
        {
            WriteRoot(root, i, i + 1);
            if (_outstanding > 0) await DrainAsync().ConfigureAwait(false);
            // What was loaded before this change may not be true after it.
            lock (_gate) Work.Loaders.Clear();
        }
    }

    /// <summary>Ends scopes. Resolvers a time-out left behind still use theirs, so those end when the last of them has come back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1) return;
        Interlocked.Exchange(ref _buffer, null)?.Release();
        if (_outstanding > 0) _ = EndLaterAsync();
        else Workspace.Return(await EndAsync().ConfigureAwait(false));
    }

    private async Task EndLaterAsync()
    {
        // Loaders are still dispatched, with a token that says the time is up, so that whoever waits for them comes back.
        while (Turn(dropResults: true)) await new ValueTask(this, _wake.Version).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    private async ValueTask<Workspace> EndAsync()
    {
        foreach (var context in Work.Contexts) await context.DisposeAsync().ConfigureAwait(false);
        _timeout?.Dispose();
        Workspace work;
        lock (_gate) (work, _work) = (Work, null);
        // Batches that nobody waited for, and that came back since.
        while (work.Ready.TryDequeue(out var late)) ((LoadedBatch)late).Complete();
        foreach (var loader in work.Loaders.Values) loader.End();
        return work;
    }
}
