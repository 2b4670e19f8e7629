using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>
/// A source of events that answers: the specification's MapSourceToResponseEvent. The DI scope in which the source was
/// found stays until it has ended; each event is run as an operation of its own.
/// </summary>
internal sealed class Subscription(
    ResolverContext origin, FieldPlan field, EventSource.Cursor events, CancellationTokenSource stop,
    Func<object?, CancellationToken, ValueTask<ExecutionResult>> answer, ErrorReporter reporter, Action ended)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private Task<bool>? _moving;
    private Task? _stopping;

    /// <summary>The answer to the next event, an answer without data where the source failed, or null at the end.</summary>
    public async ValueTask<ExecutionResult?> NextAsync(CancellationToken cancellationToken)
    {
        using var link = cancellationToken.UnsafeRegister(static subscription => _ = ((Subscription)subscription!).StopAsync(), this);
        object? item;
        try
        {
            if (!await MoveAsync().ConfigureAwait(false)) return null;
            item = events.Current;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            return new([reporter.Report(exception, field)]);
        }
        return await answer(item, stop.Token).ConfigureAwait(false);
    }

    private Task StopAsync() => _stopping ??= reporter.CancelAsync(stop);

    private async ValueTask<bool> MoveAsync()
    {
        // A source that is never done with waiting would not look at its token either.
        stop.Token.ThrowIfCancellationRequested();
        var move = events.MoveNextAsync();
        if (move.IsCompleted) return await move.ConfigureAwait(false);
        // A source that does not look at its token must not hold the client's connection: it is left to itself.
        _moving = move.AsTask();
        var moved = await _moving.WaitAsync(stop.Token).ConfigureAwait(false);
        _moving = null;
        return moved;
    }

    /// <summary>Cancels the source, disposes it and then its scope. What a source left behind still holds is freed when it comes back.</summary>
    public async ValueTask EndAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (_moving is { IsCompleted: false } moving && await Task.WhenAny(moving, Task.Delay(Patience, CancellationToken.None)).ConfigureAwait(false) != moving)
        {
            _ = ReleaseAsync(moving);
            return;
        }
        await ReleaseAsync(_moving).ConfigureAwait(false);
    }

    private async Task ReleaseAsync(Task<bool>? moving)
    {
        try
        {
            if (moving is not null) await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It was told to stop, and says that it did.
        }
        catch (Exception exception)
        {
            reporter.Log(exception, [field.ResponseName]);
        }
        ended();
        stop.Dispose();
        await origin.DisposeAsync().ConfigureAwait(false);
    }
}
