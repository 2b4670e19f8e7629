using System.Collections.Concurrent;
using LogiPilot.Kaizen.Store.Shared;
using Microsoft.Data.Sqlite;

namespace LogiPilot.Kaizen.Store.Sqlite;

/// <summary>
/// The database of a data folder: made, migrated and held from construction to disposal. Hands out connections for reading, which
/// never wait for the writer (WAL), and those that write (a commit is on the disk when it returns).
/// </summary>
public sealed class SqliteDatabase : IReadConnections, IDisposable
{
    private const int MostIdleReaders = 4;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly ConcurrentBag<StoreConnection> _readers = [];
    private readonly StoreFolder _folder;
    private readonly IDisposable _hold;

    /// <exception cref="StoreException">The folder is being restored, or its database is damaged, out of reach or newer than this program.</exception>
    public SqliteDatabase(string dataFolder)
    {
        _folder = new StoreFolder(dataFolder);
        _hold = _folder.HoldShared();
        try
        {
            using var connection = OpenFile(_folder.Database);
            Migrator.Migrate(connection);
        }
        catch (SqliteException failed)
        {
            _hold.Dispose();
            throw failed.SqliteErrorCode is NotADatabase or Corrupt
                ? new StoreException(StoreProblem.NotADatabase, $"{_folder.Database} is damaged ({failed.Message}): restore a backup.")
                : new StoreException(
                    StoreProblem.Unusable, $"{_folder.Database} cannot be used ({failed.Message}): check the folder, its rights and the disk.");
        }
        catch
        {
            _hold.Dispose();
            throw;
        }
    }

    /// <summary>For what is written beside the writer: it waits for its turn as the writer does.</summary>
    public SqliteConnection Open() => OpenFile(_folder.Database);

    public StoreConnection OpenWriter()
    {
        var connection = OpenFile(_folder.Database);
        Run(connection, "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864");
        return new(connection);
    }

    public StoreConnection OpenReader()
    {
        var connection = OpenFile(_folder.Database);
        Run(connection, "PRAGMA cache_size = -2000; PRAGMA query_only = 1");
        return new(connection);
    }

    public StoreConnection Rent() => _readers.TryTake(out var idle) ? idle : OpenReader();

    public void Return(StoreConnection connection)
    {
        if (_readers.Count < MostIdleReaders)
        {
            _readers.Add(connection);
        }
        else
        {
            connection.Dispose();
        }
    }

    /// <summary>Copies the database, as it stands at one instant, into a file that does not exist yet; servers go on.</summary>
    public void Backup(string file)
    {
        using var connection = OpenFile(_folder.Database);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.Parameters.AddWithValue("@file", file);
        command.ExecuteNonQuery();
    }

    /// <summary>Replaces the database of a data folder by a backup.</summary>
    /// <exception cref="StoreException">A program holds the folder, or the file is no backup that this program can read.</exception>
    public static void Restore(string file, string dataFolder)
    {
        var folder = new StoreFolder(dataFolder);
        using var hold = folder.HoldAlone();
        var arriving = folder.Database + ".arriving";
        File.Copy(file, arriving, overwrite: true);
        try
        {
            Check(arriving, file);
        }
        catch
        {
            File.Delete(arriving);
            throw;
        }

        File.Delete(folder.Database + "-wal");
        File.Delete(folder.Database + "-shm");
        File.Move(arriving, folder.Database, overwrite: true);
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _hold.Dispose();
    }

    private static void Check(string copy, string file)
    {
        try
        {
            using var connection = OpenFile(copy);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (command.ExecuteScalar() is not "ok" || Migrator.VersionOf(connection) == 0)
            {
                throw new StoreException(StoreProblem.NotADatabase, $"{file} is not a backup of this product.");
            }

            Migrator.Migrate(connection);
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException damaged)
        {
            throw new StoreException(StoreProblem.NotADatabase, $"{file} is not a backup of this product: {damaged.Message}");
        }
    }

    private static SqliteConnection OpenFile(string file)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = 1");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
