using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>
/// Tells what has happened so far to the change log and to the rooms that listen, and what these make happen, in order. The pipeline does
/// it at the end of a command; a command that does several things one after the other does it after each.
/// </summary>
public sealed class Telling(EventQueue events, IChangeLog changeLog, IMediator publisher, ICurrentActor current, TimeProvider clock)
{
    public async Task Tell(CancellationToken cancellationToken)
    {
        while (events.TryTake(out var happened))
        {
            changeLog.Append(happened, current.Actor, clock.GetUtcNow());
            await publisher.Publish(happened, cancellationToken);
        }
    }

    /// <summary>Does what is due of one of the things of a sweep, and tells it.</summary>
    /// <exception cref="DueFailedException">It failed: nothing of the sweep is kept.</exception>
    public async Task<T> Due<T>(Guid subjectId, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var done = await work();
            await Tell(cancellationToken);
            return done;
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not DueFailedException)
        {
            throw new DueFailedException(subjectId, failure);
        }
    }

    /// <inheritdoc cref="Due{T}"/>
    public Task Due(Guid subjectId, Func<Task> work, CancellationToken cancellationToken) =>
        Due(
            subjectId,
            async () =>
            {
                await work();
                return 0;
            },
            cancellationToken);
}

/// <summary>
/// One of the things that a sweep does failed, and nothing of the sweep is kept: it is to be done again without this one, which is tried
/// again later.
/// </summary>
public sealed class DueFailedException(Guid subjectId, Exception cause) : Exception($"What was due of {subjectId} failed: {cause.Message}", cause)
{
    public Guid SubjectId { get; } = subjectId;
}
