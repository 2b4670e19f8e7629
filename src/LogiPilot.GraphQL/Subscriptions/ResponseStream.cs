using LogiPilot.GraphQL.Subscriptions;

namespace LogiPilot.GraphQL;

/// <summary>
/// The answers to a request as they come: one for each event of a subscription, one for a query or a mutation. An answer without data
/// is the last. Enumerate once; an answer lives until the next is asked for, and the source is ended with the enumeration.
/// </summary>
public sealed class ResponseStream : IAsyncEnumerable<ExecutionResult>, IAsyncDisposable
{
    private readonly ExecutionResult? _only;
    private readonly Subscription? _subscription;
    private bool _isTaken;

    internal ResponseStream(ExecutionResult only) => _only = only;

    internal ResponseStream(Subscription subscription) => _subscription = subscription;

    /// <summary>Why nothing was executed or subscribed to; empty where answers follow.</summary>
    public IReadOnlyList<GraphQLError> Refusal => _only is { HasData: false } refused ? refused.Errors : [];

    internal IReadOnlyList<GraphQLError> Errors => _only?.Errors ?? [];

    internal bool IsMethodRefused => _only is { IsMethodRefused: true };

    public async IAsyncEnumerator<ExecutionResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (_isTaken) throw new InvalidOperationException("The answers can be enumerated once.");
        _isTaken = true;
        try
        {
            if (_only is not null) yield return _only;
            while (_subscription is not null && await _subscription.NextAsync(cancellationToken).ConfigureAwait(false) is { } answer)
            {
                await using (answer.ConfigureAwait(false)) yield return answer;
                if (!answer.HasData) break;
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends a stream that was not enumerated.</summary>
    public ValueTask DisposeAsync()
    {
        if (_isTaken) return default;
        _isTaken = true;
        return EndAsync();
    }

    private ValueTask EndAsync() => _only?.DisposeAsync() ?? _subscription!.EndAsync();
}
