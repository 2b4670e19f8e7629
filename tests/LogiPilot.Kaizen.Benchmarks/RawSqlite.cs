using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// Writes again, with plain prepared statements and no product code, the very rows that the last raises wrote: alert, timeline
/// entry, change-log row and remembered client id, into the same schema with the same indexes and settings.
/// </summary>
internal static class RawSqlite
{
    private static readonly string[] Tables = ["alerts", "timeline_entries", "change_log", "command_memory"];

    public static double CommitsPerSecond(string folder, int commits, int group)
    {
        var source = Directory.GetFiles(folder, "*.db").Single();
        var copy = Path.Combine(folder, $"raw-{group}.sqlite");
        using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Execute(connection, $"ATTACH '{source}' AS made");
        foreach (var sql in Schema(connection))
        {
            Execute(connection, sql);
        }

        var rows = Tables.Select(table => Rows(connection, table, commits)).ToArray();
        Execute(connection, "DETACH made");
        var inserts = Tables.Select((table, i) => Insert(connection, table, rows[i][0].Length)).ToArray();
        var available = rows.Min(r => r.Count);
        var watch = Stopwatch.StartNew();
        for (var done = 0; done < available;)
        {
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < group && done < available; i++, done++)
            {
                for (var table = 0; table < Tables.Length; table++)
                {
                    var insert = inserts[table];
                    insert.Transaction = transaction;
                    var row = rows[table][done];
                    for (var column = 0; column < row.Length; column++)
                    {
                        insert.Parameters[column].Value = row[column];
                    }

                    insert.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }

        var rate = available / watch.Elapsed.TotalSeconds;
        Array.ForEach(inserts, insert => insert.Dispose());
        return rate;
    }

    private static List<string> Schema(SqliteConnection connection)
    {
        var names = string.Join(',', Tables.Select(t => $"'{t}'"));
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sql FROM made.sqlite_master WHERE tbl_name IN ({names}) AND sql IS NOT NULL ORDER BY type DESC";
        using var reader = command.ExecuteReader();
        var sql = new List<string>();
        while (reader.Read())
        {
            sql.Add(reader.GetString(0));
        }

        return sql;
    }

    private static List<object[]> Rows(SqliteConnection connection, string table, int count)
    {
        using var command = connection.CreateCommand();
        var order = table == "command_memory" ? "at" : "rowid";
        command.CommandText = $"SELECT * FROM made.{table} ORDER BY {order} DESC LIMIT {count}";
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', Enumerable.Range(0, columns).Select(i => $"@p{i}"))})";
        for (var i = 0; i < columns; i++)
        {
            insert.Parameters.Add(new SqliteParameter($"@p{i}", null));
        }

        insert.Prepare();
        return insert;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
