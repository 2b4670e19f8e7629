using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL;

/// <summary>What a subscription's method returned, whatever the type of its events.</summary>
internal abstract class EventSource
{
    /// <summary>The events; the token stops them.</summary>
    public abstract IAsyncEnumerable<object?> Events(CancellationToken cancellationToken);

    // Called by the compiled resolvers: to subscribe is to hand the source to the run.
    public static object Found<T>(IAsyncEnumerable<T>? events, ResolverContext context)
    {
        context.Run.Source = new Of<T>(events ?? throw new InvalidOperationException("A subscription returned null instead of its events."));
        return true;
    }

    public static object? FoundLater<T>(Task<IAsyncEnumerable<T>> events, ResolverContext context) => Hole.Of(FoundAsync(events, context));

    public static object? FoundValueLater<T>(ValueTask<IAsyncEnumerable<T>> events, ResolverContext context) => Hole.Of(FoundAsync(events.AsTask(), context));

    private static async Task<object> FoundAsync<T>(Task<IAsyncEnumerable<T>> events, ResolverContext context) =>
        Found(await events.ConfigureAwait(false), context);

    private sealed class Of<T>(IAsyncEnumerable<T> events) : EventSource
    {
        public override async IAsyncEnumerable<object?> Events([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var item in events.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return item;
        }
    }
}
