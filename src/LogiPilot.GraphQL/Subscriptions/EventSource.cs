using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>What a subscription's method returned, whatever the type of its events.</summary>
internal abstract class EventSource
{
    /// <summary>Begins to take events; the token stops them.</summary>
    public abstract Cursor Open(CancellationToken cancellationToken);

    // Called by the compiled resolvers: to subscribe is to hand the source to the run.
    public static object Found<T>(IAsyncEnumerable<T>? events, ResolverContext context)
    {
        context.Run.Source = new Of<T>(events ?? throw new InvalidOperationException("A subscription returned null instead of its events."));
        return true;
    }

    public static object? FoundLater<T>(Task<IAsyncEnumerable<T>> events, ResolverContext context) => Hole.Of(FoundAsync(events, context), context);

    public static object? FoundValueLater<T>(ValueTask<IAsyncEnumerable<T>> events, ResolverContext context) => Hole.Of(FoundAsync(events.AsTask(), context), context);

    private static async Task<object> FoundAsync<T>(Task<IAsyncEnumerable<T>> events, ResolverContext context) =>
        Found(await events.ConfigureAwait(false), context);

    /// <summary>An enumerator of events as objects.</summary>
    internal abstract class Cursor : IAsyncDisposable
    {
        public abstract object? Current { get; }

        public abstract ValueTask<bool> MoveNextAsync();

        public abstract ValueTask DisposeAsync();
    }

    private sealed class Of<T>(IAsyncEnumerable<T> events) : EventSource
    {
        public override Cursor Open(CancellationToken cancellationToken) => new Cursor<T>(events.GetAsyncEnumerator(cancellationToken));
    }

    private sealed class Cursor<T>(IAsyncEnumerator<T> events) : Cursor
    {
        public override object? Current => events.Current;

        public override ValueTask<bool> MoveNextAsync() => events.MoveNextAsync();

        public override ValueTask DisposeAsync() => events.DisposeAsync();
    }
}
