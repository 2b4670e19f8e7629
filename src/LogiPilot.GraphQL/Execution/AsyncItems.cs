namespace LogiPilot.GraphQL.Execution;

/// <summary>Lists whose items come one after the other: an answer holds them all, so they are gathered first.</summary>
internal static class AsyncItems
{
    // Called by the compiled resolvers.
    public static object? Of<T>(IAsyncEnumerable<T>? items, ResolverContext context) =>
        items is null ? null : Hole.Of(GatherAsync(items, context.CancellationToken), context);

    public static object? Later<T>(Task<IAsyncEnumerable<T>?> items, ResolverContext context) =>
        Hole.Of(GatherAsync(items, context.CancellationToken), context);

    public static object? LaterValue<T>(ValueTask<IAsyncEnumerable<T>?> items, ResolverContext context) => Later(items.AsTask(), context);

    private static async Task<List<T>?> GatherAsync<T>(Task<IAsyncEnumerable<T>?> items, CancellationToken cancellationToken) =>
        await items.ConfigureAwait(false) is { } found ? await GatherAsync(found, cancellationToken).ConfigureAwait(false) : null;

    private static async Task<List<T>> GatherAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // What never ends and does not look at the token is ended here.
            cancellationToken.ThrowIfCancellationRequested();
            list.Add(item);
        }
        return list;
    }
}
