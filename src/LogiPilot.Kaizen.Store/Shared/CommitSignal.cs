using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Store.Shared;

/// <inheritdoc cref="ICommitSignal"/>
public sealed class CommitSignal : ICommitSignal
{
    private TaskCompletionSource _next = New();
    private long _count;

    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>How often something was committed so far, as far as noticed.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Committed()
    {
        Interlocked.Increment(ref _count);
        Interlocked.Exchange(ref _next, New()).SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
