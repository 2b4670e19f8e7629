using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Sqlite;

/// <summary>A command in the writer's queue. Cancelled before its turn, it never runs.</summary>
internal abstract class WaitingCommand
{
    private const int Waits = 0, Started = 1, Cancelled = 2;

    private int _state;

    public bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waits) == Waits;

    protected bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waits) == Waits;

    /// <summary>Runs the work on the writer's connection: its changes, or null when it was refused or threw.</summary>
    public abstract IReadOnlyList<Change>? Run(StoreConnection connection);

    /// <summary>Tells the caller what came of it, once it is on the disk.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception failure);
}

internal sealed class WaitingCommand<TOutcome> : WaitingCommand
{
    // Callers go on elsewhere: the writer must not run their continuations.
    private readonly TaskCompletionSource<TOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly StoreSession _session;
    private readonly Func<Task<TOutcome>> _work;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private TOutcome? _outcome;
    private Exception? _failure;

    public WaitingCommand(StoreSession session, Func<Task<TOutcome>> work, CancellationToken cancellationToken)
    {
        (_session, _work, _cancellation) = (session, work, cancellationToken);
        _registration = cancellationToken.UnsafeRegister(static command => ((WaitingCommand<TOutcome>)command!).Cancel(), this);
    }

    public Task<TOutcome> Task => _answer.Task;

    public override IReadOnlyList<Change>? Run(StoreConnection connection)
    {
        _session.Enter(connection);
        try
        {
            if (_context is null)
            {
                RunWork();
            }
            else
            {
                ExecutionContext.Run(_context, static command => ((WaitingCommand<TOutcome>)command!).RunWork(), this);
            }

            return _outcome is IOutcome { Refusal: not null } ? null : [.. _session.Changes];
        }
        catch (Exception failure)
        {
            _failure = failure;
            return null;
        }
        finally
        {
            _session.Leave();
        }
    }

    public override void Answer()
    {
        if (_failure is { } failure)
        {
            Fail(failure);
        }
        else
        {
            _registration.Dispose();
            _answer.SetResult(_outcome!);
        }
    }

    public override void Fail(Exception failure)
    {
        _registration.Dispose();
        if (failure is OperationCanceledException)
        {
            _answer.SetCanceled(_cancellation);
        }
        else
        {
            _answer.SetException(failure);
        }
    }

    private void RunWork() => _outcome = _work().GetAwaiter().GetResult();

    private void Cancel()
    {
        if (TryCancel())
        {
            _answer.SetCanceled(_cancellation);
        }
    }
}

/// <inheritdoc cref="IUnitOfWork"/>
public sealed class SqliteUnitOfWork(StoreSession session, SqliteWriter writer) : IUnitOfWork
{
    public Task<TOutcome> Apply<TOutcome>(Func<Task<TOutcome>> work, CancellationToken cancellationToken)
    {
        if (session.IsWriting)
        {
            throw new InvalidOperationException("A command sent another: the writer would wait for itself.");
        }

        var command = new WaitingCommand<TOutcome>(session, work, cancellationToken);
        writer.Add(command);
        return command.Task;
    }
}
