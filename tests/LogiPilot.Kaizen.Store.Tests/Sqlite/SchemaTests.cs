using LogiPilot.Kaizen.Core.Organisation;
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
        string[] beyondTheModel = ["schema_version", "counters", "command_memory", "taken_datasets", "place_counts", "notice_runs", "ended_sessions", "attachment_contents", "timeline_entries.position", "notices.position", "outbox.position", "plan_history.position"];

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
    public void The_shifts_of_a_plant_become_its_calendar_and_a_script_that_came_late_is_still_run()
    {
        using (new SqliteDatabase(_folder))
        using (var connection = Open(Path.Combine(_folder, "kaizen.db")))
        {
            Run(connection, """
                DELETE FROM schema_version WHERE version = 2;
                DROP TABLE calendars; DROP TABLE teams; DROP TABLE absences;
                ALTER TABLE plants ADD COLUMN shifts TEXT NOT NULL DEFAULT '[]';
                INSERT INTO plants (id, code, name, time_zone, language, replenishment_minutes, freshness_hours, version, shifts) VALUES
                ('019CAD00-0000-7000-8000-000000000001', 'ROA', 'Roanne', 'Europe/Paris', 'FR', 30, 24, 3,
                    '[{"code":"N","name":"Équipe de nuit","starts":"21:00:00","ends":"05:00:00"},{"code":"M","name":"Matin","starts":"05:00:00","ends":"13:00:00"}]'),
                ('019CAD00-0000-7000-8000-000000000002', 'BIS', 'Bis', 'Europe/Paris', 'FR', 30, 24, 1, '[]');
                """);
        }

        using var database = new SqliteDatabase(_folder);
        var reading = database.Rent();
        var calendar = reading.List<PlantCalendar>("").Single();

        Assert.Equal(["BIS", "ROA"], reading.List<Plant>("ORDER BY t.code").Select(p => p.Code));
        Assert.Equivalent(
            PlantCalendar.Create(calendar.Id, calendar.PlantId, null,
                [Shift.Daily("N", "Équipe de nuit", new(21, 0), new(5, 0)), Shift.Daily("M", "Matin", new(5, 0), new(13, 0))]),
            calendar, strict: true);
        database.Return(reading);
    }

    [Fact]
    public void A_plant_from_before_the_list_of_last_resort_has_its_first_administrator_on_it()
    {
        using (new SqliteDatabase(_folder))
        using (var connection = Open(Path.Combine(_folder, "kaizen.db")))
        {
            Run(connection, """
                DELETE FROM schema_version WHERE version = 8;
                INSERT INTO plants (id, code, name, time_zone, language, replenishment_minutes, freshness_hours, version) VALUES
                ('019CAD00-0000-7000-8000-00000000000A', 'ROA', 'Roanne', 'Europe/Paris', 'FR', 30, 24, 3),
                ('019CAD00-0000-7000-8000-00000000000B', 'BIS', 'Bis', 'Europe/Paris', 'FR', 30, 24, 1);
                INSERT INTO people (id, kind, name, user_name, language, memberships, is_active, version) VALUES
                ('019CAD00-0000-7000-8000-0000000000C1', 'HUMAN', 'Partie', 'partie', 'FR', '[{"plantId":"019cad00-0000-7000-8000-00000000000a","role":"ADMIN","areaIds":[]}]', 0, 1),
                ('019CAD00-0000-7000-8000-0000000000C2', 'HUMAN', 'Dora', 'dora', 'FR', '[{"plantId":"019cad00-0000-7000-8000-00000000000a","role":"ADMIN","areaIds":[]}]', 1, 1),
                ('019CAD00-0000-7000-8000-0000000000C3', 'HUMAN', 'Paul', 'paul', 'FR', '[{"plantId":"019cad00-0000-7000-8000-00000000000b","role":"PILOT","areaIds":[]}]', 1, 1);
                """);
        }

        using var database = new SqliteDatabase(_folder);
        var reading = database.Rent();

        Assert.Equal(
            [[], [new("019CAD00-0000-7000-8000-0000000000C2")]], reading.List<Plant>("ORDER BY t.code").Select(p => p.FallbackIds));
        database.Return(reading);
    }

    private static List<string> ColumnsOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '')
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
