using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Observability;
using LogiPilot.GraphQL.Subscriptions;

namespace LogiPilot.GraphQL;

public sealed partial class GraphQLExecutor
{
    private int _subscriptions;

    /// <summary>How many subscriptions are open.</summary>
    public int SubscriptionCount => Volatile.Read(ref _subscriptions);

    /// <summary>
    /// Subscribes, and gives an answer for each event; a query or a mutation is executed, and gives its one. What is wrong with the request
    /// is known when this returns.
    /// </summary>
    public ValueTask<ResponseStream> SubscribeAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        Telemetry.Watch() is { } watch
            ? watch.OverAsync(request, () => OpenAsync(request, watch, cancellationToken), stream => stream.Errors)
            : OpenAsync(request, null, cancellationToken);

    private async ValueTask<ResponseStream> OpenAsync(GraphQLRequest request, OperationWatch? watch, CancellationToken cancellationToken)
    {
        await OffContext();
        var prepared = Prepare(request, watch, isStream: true);
        if (prepared.Refusal is { } refusal) return new(refusal);
        if (prepared.Plan!.Source is not { } source)
            return new(await RunAsync(prepared, null, options.Timeout, watch, cancellationToken).ConfigureAwait(false));
        Telemetry.SubscriptionStarted();
        if (Interlocked.Increment(ref _subscriptions) > options.Subscriptions.Max)
        {
            Leave();
            return new(Refused($"The server has {options.Subscriptions.Max} subscriptions open and takes no more.", ErrorCodes.Limit));
        }
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var origin = new OperationRun(Schema, options, request, services, Reporter, stop.Token, watch) { Timeout = TimeSpan.Zero };
        try
        {
            var finding = origin.RunAsync(prepared.Plan with { Root = source }, prepared.Variables!);
            var isTimed = !finding.IsCompleted && options.Timeout > TimeSpan.Zero;
            if (isTimed) stop.CancelAfter(options.Timeout);
            await finding.ConfigureAwait(false);
            // The stream itself has no time limit.
            if (isTimed) stop.CancelAfter(Timeout.InfiniteTimeSpan);
            stop.Token.ThrowIfCancellationRequested();
            if (origin.Errors.Count == 0)
            {
                var cursor = origin.Source!.Open(stop.Token);
                var scope = await origin.KeepScopeAsync().ConfigureAwait(false);
                return new(new Subscription(scope, source.Fields[0], cursor, stop, (item, token) => RunEventAsync(prepared, item, token), Reporter, Leave));
            }
            var refused = new ExecutionResult([.. origin.Errors]);
            await AbandonAsync(origin, stop).ConfigureAwait(false);
            return new(refused);
        }
        catch (Exception exception)
        {
            var isStopped = exception is OperationCanceledException && stop.IsCancellationRequested;
            await AbandonAsync(origin, stop).ConfigureAwait(false);
            if (!isStopped) return new(Located(exception, source.Fields[0]));
            if (!cancellationToken.IsCancellationRequested) return new(TimedOut());
            throw;
        }
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _subscriptions);
        Telemetry.SubscriptionEnded();
    }

    private async ValueTask AbandonAsync(OperationRun origin, CancellationTokenSource stop)
    {
        Leave();
        await Reporter.CancelAsync(stop).ConfigureAwait(false);
        await origin.DisposeAsync().ConfigureAwait(false);
        stop.Dispose();
    }

    private ValueTask<ExecutionResult> RunEventAsync(PreparedRequest prepared, object? item, CancellationToken cancellationToken)
    {
        if (Telemetry.Watch() is not { } watch) return RunEventAsync(prepared, item, null, cancellationToken);
        watch.Runs(prepared.Plan!.Operation, isKnown: true);
        return watch.OverAsync(prepared.Request, () => RunEventAsync(prepared, item, watch, cancellationToken), answer => answer.Errors);
    }

    private async ValueTask<ExecutionResult> RunEventAsync(PreparedRequest prepared, object? item, OperationWatch? watch, CancellationToken cancellationToken)
    {
        await OffContext();
        if (await RefusedAsync(prepared, prepared.Plan!.Source!.Fields[0], cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        var answer = await RunAsync(prepared, item, options.Timeout, watch, cancellationToken).ConfigureAwait(false);
        // The time of one event was up, not that of the stream.
        return answer.HasData ? answer : new(answer.Errors) { IsNull = true };
    }

    // Who may see the events may have changed since: the field's guard is asked before each.
    private async ValueTask<ExecutionResult?> RefusedAsync(PreparedRequest prepared, FieldPlan field, CancellationToken cancellationToken)
    {
        if (field.Guard is not { } guard) return null;
        var run = new OperationRun(Schema, options, prepared.Request, services, Reporter, cancellationToken);
        var context = new ResolverContext(run);
        try
        {
            var asking = guard(new(context, field, null, prepared.Variables!, [new(field, 0)])).AsTask();
            return await asking.WaitAsync(run.CancellationToken).ConfigureAwait(false) is { } refusal ? Located(refusal, field) : null;
        }
        catch (OperationCanceledException) when (run.CancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TimedOut();
        }
        catch (Exception exception)
        {
            return Located(exception, field);
        }
        finally
        {
            await context.DisposeAsync().ConfigureAwait(false);
            await run.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ExecutionResult Located(Exception exception, FieldPlan field) =>
        new([Reporter.Report(exception, field)]);
}
