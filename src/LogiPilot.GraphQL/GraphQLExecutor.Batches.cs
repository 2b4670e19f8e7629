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
        var entries = new List<Task<ExecutionResult>>(requests.Count);
        try
        {
            foreach (var request in requests)
            {
                entries.Add(EntryAsync(request, time.Token, cancellationToken));
                if (isSerial) await entries[^1].ConfigureAwait(false);
            }
            return await Task.WhenAll(entries).ConfigureAwait(false);
        }
        catch
        {
            // Nobody gets the results that there are, so nobody else disposes them.
            foreach (var entry in entries.Where(entry => entry.IsCompletedSuccessfully))
                await (await entry.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ExecutionResult> EntryAsync(GraphQLRequest request, CancellationToken time, CancellationToken cancellationToken)
    {
        try
        {
            time.ThrowIfCancellationRequested();
            // No time-out of its own: its clock might strike just before that of the whole, and those after it would still run.
            return await ExecuteAsync(request, TimeSpan.Zero, time).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TimedOut();
        }
    }
}
