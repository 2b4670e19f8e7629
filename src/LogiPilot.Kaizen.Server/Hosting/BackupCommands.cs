using System.CommandLine;
using LogiPilot.Kaizen.Store.Sqlite;
using Command = System.CommandLine.Command;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary><c>backup</c>, also beside a running server, and <c>restore</c>, which refuses while one holds the data folder.</summary>
public static class BackupCommands
{
    public static Command MakeBackup(CommandLine line)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not exist yet" };
        var command = new Command("backup", "Copies the database into a file, as it is at one instant.") { file };
        command.SetAction(async (parsed, _) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (File.Exists(path))
            {
                throw new CommandRefusedException($"{path} exists: give the name of a new file.");
            }

            await using var app = line.Compose(parsed);
            var settings = app.Services.GetRequiredService<KaizenSettings>();
            if (!DataFolder.HasDatabase(settings))
            {
                throw new CommandRefusedException($"There is no database in {Path.GetFullPath(settings.Data)}: give its folder with --data.");
            }

            app.Services.GetRequiredService<SqliteDatabase>().Backup(path);
            Console.WriteLine(path);
            return 0;
        });
        return command;
    }

    public static Command MakeRestore(CommandLine line)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup wrote" };
        var command = new Command("restore", "Replaces the database by a backup; the server must be stopped.") { file };
        command.SetAction(async (parsed, _) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (!File.Exists(path))
            {
                throw new CommandRefusedException($"{path} does not exist: give a file that backup wrote.");
            }

            await using var app = line.Compose(parsed);
            var folder = app.Services.GetRequiredService<DataFolder>();
            using var held = folder.Hold();
            SqliteDatabase.Restore(path, folder.Path);
            return 0;
        });
        return command;
    }
}
