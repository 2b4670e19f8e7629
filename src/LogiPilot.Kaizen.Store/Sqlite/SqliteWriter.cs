using System.Threading.Channels;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Sqlite;

/// <summary>
/// The one writer of this process. It takes the commands that wait, as many as there are up to a limit, runs them one after the other
/// in one transaction, each inside a savepoint, and answers them all once that transaction is on the disk. Other
/// processes may write too: each waits for the other's transaction to end.
/// </summary>
public sealed class SqliteWriter : IDisposable
{
    private const int MostInOneTransaction = 128;

    private readonly Channel<WaitingCommand> _waiting = Channel.CreateUnbounded<WaitingCommand>(new() { SingleReader = true });
    private readonly SqliteDatabase _database;
    private readonly CommitSignal _signal;
    private readonly Thread _loop;
    private StoreConnection? _connection;

    public SqliteWriter(SqliteDatabase database, CommitSignal signal)
    {
        (_database, _signal) = (database, signal);
        _loop = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _loop.Start();
    }

    internal void Add(WaitingCommand command)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(command), this);
    }

    /// <summary>Applies what waits, then ends.</summary>
    public void Dispose()
    {
        if (_waiting.Writer.TryComplete())
        {
            _loop.Join();
            _connection?.Dispose();
        }
    }

    private void Run()
    {
        var group = new List<WaitingCommand>(MostInOneTransaction);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < MostInOneTransaction && _waiting.Reader.TryRead(out var command))
            {
                if (command.TryStart())
                {
                    group.Add(command);
                }
            }

            Apply(group);
        }
    }

    private void Apply(List<WaitingCommand> group)
    {
        try
        {
            var connection = _connection ??= _database.OpenWriter();
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var command in group)
            {
                // At once: the next of the group may ask who changed what it found.
                ChangeLog.Write(connection, ApplyOne(connection, command));
            }

            connection.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            // Closing the connection takes back whatever the transaction had done.
            _connection?.Dispose();
            _connection = null;
            group.ForEach(c => c.Fail(failure));
            return;
        }

        _signal.Committed();
        group.ForEach(c => c.Answer());
    }

    private static IReadOnlyList<Core.Shared.Change> ApplyOne(StoreConnection connection, WaitingCommand command)
    {
        connection.Execute("SAVEPOINT command");
        var changes = command.Run(connection);
        if (changes is null)
        {
            connection.Execute("ROLLBACK TO command");
        }

        connection.Execute("RELEASE command");
        return changes ?? [];
    }
}
