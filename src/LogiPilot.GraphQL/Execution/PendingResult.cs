using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL;

/// <summary>A resolver's result that is not there yet.</summary>
internal abstract class PendingResult
{
    /// <summary>The result, or the exception of the resolver.</summary>
    public abstract object? Take();

    public abstract void OnCompleted(Action continuation);

    // Called by the compiled resolvers: a finished task costs no more than its value.
    public static object? Of<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : new Pending<T>(task);

    public static object? OfValue<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : new Pending<T>(task.AsTask());

    private sealed class Pending<T>(Task<T> task) : PendingResult
    {
        private readonly ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter _awaiter = task.ConfigureAwait(false).GetAwaiter();

        public override object? Take() => _awaiter.GetResult();

        public override void OnCompleted(Action continuation) => _awaiter.UnsafeOnCompleted(continuation);
    }
}
