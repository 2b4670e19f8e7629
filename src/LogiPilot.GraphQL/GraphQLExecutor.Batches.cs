using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL;

public sealed partial class GraphQLExecutor
{
    /// <summary>
    /// Executes requests that came together, and answers each in its place. Queries run at the same time; where one of them is a mutation,
    /// all run one after the other. The time-out and the cost limit hold for all together. Dispose every result.
    /// </summary>
    public async ValueTask<IReadOnlyList<ExecutionResult>> ExecuteBatchAsync(IReadOnlyList<GraphQLRequest> requests, CancellationToken cancellationToken = default)
    {
        var cost = default(OperationCost);
        var isSerial = false;
        foreach (var request in requests)
        {
            var prepared = Prepare(request, null);
            cost += prepared.Cost;
            isSerial |= prepared.Kind == OperationKind.Mutation;
        }
        if (cost.Highest > options.MaxCost) return [.. requests.Select(_ => Refused([TooDear(cost, "batch")]))];
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (options.Timeout > TimeSpan.Zero) time.CancelAfter(options.Timeout);
        if (!isSerial) return await Task.WhenAll(requests.Select(request => EntryAsync(request, time.Token, cancellationToken))).ConfigureAwait(false);
        var results = new List<ExecutionResult>(requests.Count);
        foreach (var request in requests) results.Add(await EntryAsync(request, time.Token, cancellationToken).ConfigureAwait(false));
        return results;
    }

    private async Task<ExecutionResult> EntryAsync(GraphQLRequest request, CancellationToken time, CancellationToken cancellationToken)
    {
        try
        {
            time.ThrowIfCancellationRequested();
            return await ExecuteAsync(request, time).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TimedOut();
        }
    }
}
