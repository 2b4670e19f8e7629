using System.Data;
using System.Data.Common;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>A connection with its prepared statements, used by one caller at a time.</summary>
public sealed class StoreConnection(DbConnection connection) : IDisposable
{
    private const int MostPrepared = 200;

    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The statements prepared so far, to ask for their plans.</summary>
    public IReadOnlyCollection<string> Statements => _prepared.Keys;

    /// <summary>The statement, prepared at its first use, with one parameter a name.</summary>
    public DbCommand Prepare(string sql, ReadOnlySpan<string> parameters)
    {
        if (_prepared.TryGetValue(sql, out var command))
        {
            return command;
        }

        if (_prepared.Count == MostPrepared)
        {
            DisposeStatements();
        }

        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }

        _prepared.Add(sql, command);
        return command;
    }

    /// <summary>The objects of a table that a condition selects; <paramref name="tail"/> is what follows FROM, its alias is t.</summary>
    public List<T> List<T>(string tail, params ReadOnlySpan<(string Name, object? Value)> arguments)
        where T : class =>
        Rows(Table<T>.Mapped.Select + tail, Table<T>.Mapped.Read, arguments);

    public T? First<T>(string tail, params ReadOnlySpan<(string Name, object? Value)> arguments)
        where T : class
    {
        using var reader = Bind(Table<T>.Mapped.Select + tail, arguments).ExecuteReader(CommandBehavior.SingleRow);
        return reader.Read() ? Table<T>.Mapped.Read(reader) : null;
    }

    public List<TRow> Rows<TRow>(
        string sql, Func<DbDataReader, TRow> read, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        using var reader = Bind(sql, arguments).ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        (long)Bind(sql, arguments).ExecuteScalar()!;

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Bind(sql, arguments).ExecuteNonQuery();

    public void Dispose()
    {
        DisposeStatements();
        connection.Dispose();
    }

    private DbCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            var names = new string[arguments.Length];
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = arguments[i].Name;
            }

            command = Prepare(sql, names);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = Columns.From(arguments[i].Value);
        }

        return command;
    }

    private void DisposeStatements()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }
}
