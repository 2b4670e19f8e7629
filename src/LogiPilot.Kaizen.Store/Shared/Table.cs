using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>
/// One mapped table: its SQL, made once from its map, and the compiled ways from a row to an object and back. An object with a
/// version is written only over an earlier one; anything else is a bug, for commands run one by one, and throws.
/// </summary>
public sealed class Table<T>
    where T : class
{
    public static readonly Table<T> Mapped = new(StoreTables.All.OfType<TableMap<T>>().Single());

    private readonly Lazy<Func<DbDataReader, T>> _read;
    private readonly Lazy<Action<T, DbParameterCollection>> _write;
    private readonly string[] _columns;

    private Table(TableMap<T> map)
    {
        var name = map.Name;
        var keys = map.Columns.Where(c => map.Keys.Contains(c.Property?.Name, StringComparer.Ordinal)).Select(c => c.Name).ToList();
        _columns = [.. map.Columns.Select(c => c.Name)];
        var parameters = _columns.Select(c => "@" + c);
        var others = _columns.Except(keys, StringComparer.Ordinal).ToList();
        var isKey = string.Join(" AND ", keys.Select(k => $"{k} = @{k}"));
        var version = others.Contains("version", StringComparer.Ordinal) ? " AND version < @version" : "";

        From = $"{name} t";
        Selected = string.Join(", ", map.Columns.Where(c => c.Property is not null).Select(c => "t." + c.Name));
        Select = $"SELECT {Selected} FROM {From} ";
        InsertSql = $"INSERT INTO {name} ({string.Join(", ", _columns)}) VALUES ({string.Join(", ", parameters)})";
        UpdateSql = $"UPDATE {name} SET {string.Join(", ", others.Select(c => $"{c} = @{c}"))} WHERE {isKey}{version}";
        RefreshSql = UpdateSql.Replace("version <", "version <=", StringComparison.Ordinal);
        UpsertSql = $"{InsertSql} ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET "
            + string.Join(", ", others.Select(c => $"{c} = excluded.{c}"));
        InsertOnceSql = $"{InsertSql} ON CONFLICT DO NOTHING";
        DeleteSql = $"DELETE FROM {name} WHERE {isKey}";
        _read = new(() => TableCode.Reader<T>(map.Columns));
        _write = new(() => TableCode.Writer<T>(map.Columns));
    }

    /// <summary>The table with its alias <c>t</c>.</summary>
    public string From { get; }

    /// <summary>The columns that <see cref="Read"/> needs, in its order.</summary>
    public string Selected { get; }

    public string Select { get; }

    private string InsertSql { get; }

    private string UpdateSql { get; }

    private string RefreshSql { get; }

    private string UpsertSql { get; }

    private string InsertOnceSql { get; }

    private string DeleteSql { get; }

    public T Read(DbDataReader row) => _read.Value(row);

    public void Insert(StoreConnection connection, T row) => Write(connection, InsertSql, row);

    /// <summary>Inserts unless a unique index says that it is there already; false when it was.</summary>
    public bool InsertOnce(StoreConnection connection, T row) => Execute(connection, InsertOnceSql, row) == 1;

    public void Update(StoreConnection connection, T row) => Write(connection, UpdateSql, row);

    /// <summary>As <see cref="Update"/>, for what also has parts that make no version, such as when it was last heard.</summary>
    public void Refresh(StoreConnection connection, T row) => Write(connection, RefreshSql, row);

    public void Upsert(StoreConnection connection, T row) => Write(connection, UpsertSql, row);

    public void Delete(StoreConnection connection, T row) => Write(connection, DeleteSql, row);

    private void Write(StoreConnection connection, string sql, T row)
    {
        if (Execute(connection, sql, row) != 1)
        {
            throw new InvalidOperationException($"{typeof(T).Name} was written over another version than it was read from: {sql[..6]}.");
        }
    }

    private int Execute(StoreConnection connection, string sql, T row)
    {
        var command = connection.Prepare(sql, _columns);
        _write.Value(row, command.Parameters);
        return command.ExecuteNonQuery();
    }
}

/// <summary>Compiles the ways between a row and an object.</summary>
internal static class TableCode
{
    public static Func<DbDataReader, T> Reader<T>(IReadOnlyList<Column> columns)
    {
        var row = Expression.Parameter(typeof(DbDataReader));
        var values = columns.Where(c => c.Property is not null)
            .Select((column, ordinal) => (Property: column.Property!, Value: ReadColumn(row, column, ordinal))).ToList();
        var constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters().All(p => p.ParameterType != typeof(T)))
            .OrderBy(c => c.GetParameters().Length)
            .First();
        var given = constructor.GetParameters()
            .Select(p => values.Single(v => string.Equals(v.Property.Name, p.Name, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        var made = Expression.MemberInit(
            Expression.New(constructor, given.Select(v => v.Value)),
            values.Except(given).Select(v => Expression.Bind(v.Property, v.Value)));
        return Expression.Lambda<Func<DbDataReader, T>>(made, row).Compile();
    }

    public static Action<T, DbParameterCollection> Writer<T>(IReadOnlyList<Column> columns)
    {
        var row = Expression.Parameter(typeof(T));
        var parameters = Expression.Parameter(typeof(DbParameterCollection));
        var item = typeof(DbParameterCollection).GetProperty("Item", typeof(DbParameter), [typeof(int)])!;
        var assignments = columns.Select((column, i) => Expression.Assign(
            Expression.Property(Expression.Property(parameters, item, Expression.Constant(i)), nameof(DbParameter.Value)),
            WriteColumn(row, column)));
        return Expression.Lambda<Action<T, DbParameterCollection>>(Expression.Block(assignments), row, parameters).Compile();
    }

    private static Expression ReadColumn(Expression row, Column column, int ordinal)
    {
        var bare = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        var stored = column.Converter?.ProviderClrType ?? bare;
        var method = stored == typeof(long) ? nameof(DbDataReader.GetInt64)
            : stored == typeof(int) ? nameof(DbDataReader.GetInt32)
            : stored == typeof(bool) ? nameof(DbDataReader.GetBoolean)
            : stored == typeof(Guid) ? nameof(DbDataReader.GetGuid)
            : stored == typeof(string) ? nameof(DbDataReader.GetString)
            : throw new NotSupportedException($"{column.Name} would be stored as {stored.Name}.");
        Expression value = Expression.Call(row, method, null, Expression.Constant(ordinal));
        value = column.Converter is null ? value : Expression.Invoke(column.Converter.ConvertFromProviderExpression, value);
        value = value.Type == column.Type ? value : Expression.Convert(value, column.Type);
        return column.IsNullable
            ? Expression.Condition(
                Expression.Call(row, nameof(DbDataReader.IsDBNull), null, Expression.Constant(ordinal)),
                Expression.Default(column.Type), value)
            : value;
    }

    private static BlockExpression WriteColumn(ParameterExpression row, Column column)
    {
        var value = column.From is { } computed ? (Expression)Expression.Invoke(computed, row) : Expression.Property(row, column.Property!);
        var local = Expression.Variable(value.Type);
        var isStruct = Nullable.GetUnderlyingType(value.Type) is not null;
        var bare = isStruct ? Expression.Property(local, "Value") : (Expression)local;
        var stored = column.Converter is { } converter ? Expression.Invoke(converter.ConvertToProviderExpression, bare) : bare;
        Expression boxed = Expression.Convert(stored, typeof(object));
        var result = isStruct || !value.Type.IsValueType
            ? Expression.Condition(
                Expression.Equal(local, Expression.Constant(null, value.Type)), Expression.Constant(DBNull.Value, typeof(object)), boxed)
            : boxed;
        return Expression.Block([local], Expression.Assign(local, value), result);
    }
}
