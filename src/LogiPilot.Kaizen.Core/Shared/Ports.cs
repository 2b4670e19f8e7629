namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>
/// Applies one command: waits for its turn at the one writer, runs the work given inside a savepoint of a shared
/// transaction and answers once that transaction is on the disk. A refusal or an exception leaves nothing behind.
/// </summary>
public interface IUnitOfWork
{
    /// <typeparam name="TOutcome">An <see cref="IOutcome"/>.</typeparam>
    Task<TOutcome> Apply<TOutcome>(Func<Task<TOutcome>> work, CancellationToken cancellationToken);
}

/// <summary>Appends events to the change log inside the running transaction; sequences are given at its commit, without gaps.</summary>
public interface IChangeLog
{
    void Append(DomainEvent happened, Actor actor, DateTimeOffset at);
}

/// <summary>One row of the change log. <see cref="Facts"/> is a JSON object.</summary>
public sealed record Change(
    long Sequence, Guid? PlantId, string Room, string Event, Guid SubjectId, string Facts, Guid? ActorId, DateTimeOffset At);

/// <summary>Reads the change log in order.</summary>
public interface IChangeLogReader
{
    Task<long> LastSequence(CancellationToken cancellationToken);

    Task<IReadOnlyList<Change>> After(long sequence, int limit, CancellationToken cancellationToken);

    /// <summary>The last that a room told of a subject, by commands that went before the running one too; null when nothing was.</summary>
    Task<Change?> LastOf(Guid subjectId, string room, CancellationToken cancellationToken);
}

/// <summary>What was kept of an earlier command with the same actor and client id.</summary>
public sealed record KeptCommand(string Name, string InputHash, IReadOnlyList<Guid> Ids);

/// <summary>Memory of client ids, written in the command's own transaction and kept for 30 days.</summary>
public interface ICommandMemory
{
    Task<KeptCommand?> Find(Guid actorId, Guid clientId, CancellationToken cancellationToken);

    Task Keep(Guid actorId, Guid clientId, KeptCommand command, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Forgets what was kept before an instant, inside the running command; answers how many.</summary>
    Task<int> ForgetBefore(DateTimeOffset instant, CancellationToken cancellationToken);
}

/// <summary>Runs several reads of one scope on the store as it stood at one instant.</summary>
public interface ISnapshot
{
    Task<T> Read<T>(Func<Task<T>> reads, CancellationToken cancellationToken);
}

/// <summary>Tells that something was committed, by this process at once, by another within a second.</summary>
public interface ICommitSignal
{
    /// <summary>Completes at the next commit. Take it before reading, and nothing is missed.</summary>
    Task Next { get; }

    /// <summary>How many commits were noticed so far; one's own count before its command is answered.</summary>
    long Count { get; }
}

/// <summary>Who sends the present request; <see cref="Actor.System"/> for sweeps and for events' listeners without a person.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }
}

/// <summary>A light reference to a named thing of the plant.</summary>
public sealed record Named(Guid Id, string Code, string Name);

/// <summary>A light reference to a person (<see cref="Name"/> as shown on screens).</summary>
public sealed record PersonName(Guid Id, string Name);

/// <summary>One page asked for: the first or last <see cref="Size"/> items after or before a cursor.</summary>
public sealed record PageRequest(int? First, string? After, int? Last, string? Before, bool WantsTotal)
{
    public const int DefaultSize = 50;

    public int Size => First ?? Last ?? DefaultSize;

    public bool Backward => Last is not null && First is null;
}

/// <summary>One page of a list, each item with the cursor that continues after it.</summary>
public sealed record Page<T>(IReadOnlyList<(string Cursor, T Item)> Items, bool HasNext, bool HasPrevious, int? TotalCount);

/// <summary>A page was asked after a cursor that this list, in this order, never gave.</summary>
public sealed class UnreadableCursorException() : Exception("The cursor is not one of this list.");

/// <summary>A filter names more values, or a text more words, than a list looks for at once.</summary>
public sealed class FilterTooLargeException()
    : Exception($"A filter takes at most {MostValues} values in a list and {MostWords} words in a text.")
{
    public const int MostValues = 1_000;
    public const int MostWords = 20;

    public static void Check<T>(IReadOnlyCollection<T> values)
    {
        if (values.Count > MostValues)
        {
            throw new FilterTooLargeException();
        }
    }
}
