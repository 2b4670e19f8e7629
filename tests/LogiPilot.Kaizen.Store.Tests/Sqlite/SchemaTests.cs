using LogiPilot.Kaizen.Store.Organisation;
using LogiPilot.Kaizen.Store.Shared;
using LogiPilot.Kaizen.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

public sealed class SchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kaizen-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_migrated_tables_and_columns_are_those_of_the_model()
    {
        using var database = new SqliteDatabase(_folder);
        using var kaizen = KaizenContext.Offline();
        using var credentials = CredentialsContext.Offline();
        using var model = Open(":memory:");
        Run(model, kaizen.Database.GenerateCreateScript());
        Run(model, credentials.Database.GenerateCreateScript());
        using var migrated = Open(Path.Combine(_folder, "kaizen.db"));
        string[] beyondTheModel = ["schema_version", "counters", "command_memory", "timeline_entries.position"];

        var columns = ColumnsOf(migrated).Where(c => !beyondTheModel.Any(b => c.StartsWith(b, StringComparison.Ordinal)));

        Assert.Equal(ColumnsOf(model), columns, StringComparer.Ordinal);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        using (new SqliteDatabase(_folder))
        using (var connection = Open(Path.Combine(_folder, "kaizen.db")))
        {
            Run(connection, $"INSERT INTO schema_version VALUES ({Migrator.Latest + 1})");
        }

        var refusal = Assert.Throws<StoreException>(() => new SqliteDatabase(_folder));

        Assert.Equal(StoreProblem.NewerDatabase, refusal.Problem);
        using var alone = new StoreFolder(_folder).HoldAlone();
    }

    [Fact]
    public void Every_quick_question_about_alerts_has_its_index()
    {
        using var database = new SqliteDatabase(_folder);
        var connection = database.Rent();
        const string Open = "state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED')";
        foreach (var (index, condition) in new[]
        {
            ("alerts_open ", $"plant_id = 'P' AND t.{Open}"),
            ("alerts_problem ", "problem_key = 'K' ORDER BY t.raised_at DESC LIMIT 1"),
            ("alerts_due ", "due_at <= 5 ORDER BY t.due_at"),
            ("alerts_stopped ", "line_id = 'L' AND t.line_stopped_at IS NOT NULL"),
            ("alerts_by_plant ", "plant_id = 'P' AND (t.raised_at, t.id) < (5, 'A') ORDER BY t.raised_at DESC, t.id DESC"),
            ("alerts_by_line ", "line_id = 'L' AND +t.plant_id IN ('P') ORDER BY t.raised_at DESC, t.id DESC"),
            ("alerts_by_severity ", "+t.plant_id IN ('P') ORDER BY t.severity_rank, t.raised_at, t.id"),
            ("alerts_number ", "plant_id = 'P' AND t.number = 'A'"),
        })
        {
            var where = condition.StartsWith('+') ? condition : "t." + condition;
            var plan = connection.Rows($"EXPLAIN QUERY PLAN SELECT * FROM alerts t WHERE {where}", r => r.GetString(3));
            Assert.Contains(plan, p => p.Contains(index, StringComparison.Ordinal));
        }

        database.Return(connection);
    }

    private static List<string> ColumnsOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '') || iif(c.pk > 0, ' key ' || c.pk, '')
            FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.name
            """;
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
