using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>Connections for reading, kept open and shared out.</summary>
public interface IReadConnections
{
    StoreConnection Rent();

    void Return(StoreConnection connection);
}

/// <summary>
/// What the stores of one scope read and write through: a connection of its own for reading, and the writer's while a
/// command of the scope runs.
/// </summary>
public sealed class StoreSession(IReadConnections connections) : ISnapshot, IDisposable
{
    private readonly List<Change> _changes = [];
    private StoreConnection? _reading;
    private StoreConnection? _writing;
    private bool _inSnapshot;

    public bool IsWriting => _writing is not null;

    public StoreConnection Reading => _writing ?? (_reading ??= connections.Rent());

    /// <exception cref="InvalidOperationException">No command is running: a bug of the caller.</exception>
    public StoreConnection Writing =>
        _writing ?? throw new InvalidOperationException("Only a command writes: send it, so that the writer applies it.");

    /// <summary>Changes of the running command, their sequences not yet given.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    public void Log(Change change)
    {
        _ = Writing;
        _changes.Add(change);
    }

    public void Enter(StoreConnection writing)
    {
        _changes.Clear();
        _writing = writing;
    }

    public void Leave() => _writing = null;

    public async Task<T> Read<T>(Func<Task<T>> reads, CancellationToken cancellationToken)
    {
        if (IsWriting || _inSnapshot)
        {
            return await reads();
        }

        var connection = Reading;
        connection.Execute("BEGIN");
        _inSnapshot = true;
        try
        {
            return await reads();
        }
        finally
        {
            _inSnapshot = false;
            connection.Execute("COMMIT");
        }
    }

    public void Dispose()
    {
        if (_reading is { } reading)
        {
            _reading = null;
            connections.Return(reading);
        }
    }
}
