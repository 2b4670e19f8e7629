using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace LogiPilot.Kaizen.Store.Sqlite;

/// <summary>
/// Brings a database to the present schema: the numbered scripts in Migrations that it has not seen, in order, in one
/// transaction.
/// </summary>
public static class Migrator
{
    private static readonly List<(int Version, string Resource)> Scripts =
    [
        .. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(n => n.Contains(".Sqlite.Migrations.", StringComparison.Ordinal))
            .Select(n => (int.Parse(n.Split(".Migrations.")[1].TrimStart('_').AsSpan(0, 4), CultureInfo.InvariantCulture), n))
            .OrderBy(s => s.Item1),
    ];

    public static int Latest => Scripts[^1].Version;

    /// <summary>0 for an empty database.</summary>
    public static int VersionOf(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'") == 0
            ? 0
            : Number(connection, "SELECT max(version) FROM schema_version");

    /// <exception cref="StoreException">The database is newer than this program.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        if (Missing(connection).Count == 0)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (version, resource) in Missing(connection))
        {
            Run(connection, Read(resource));
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version (version) VALUES ({version})"));
        }

        transaction.Commit();
    }

    private static List<(int Version, string Resource)> Missing(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        return version > Latest
            ? throw new StoreException(
                StoreProblem.NewerDatabase,
                $"The database has schema {version}, this program knows up to {Latest}: start the newer program.")
            : Scripts.FindAll(s => version < s.Version
                || Number(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM schema_version WHERE version = {s.Version}")) == 0);
    }

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
