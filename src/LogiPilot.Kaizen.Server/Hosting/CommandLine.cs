using System.CommandLine;
using LogiPilot.Kaizen.Server.Hosting.Demo;
using LogiPilot.Kaizen.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>The commands of the program. Each is made in a file of its own and composes the same services as the server.</summary>
public sealed class CommandLine(Func<StartOptions, WebApplication> compose)
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the database (default: data)", HelpName = "FOLDER", Recursive = true,
    };

    private IReadOnlyList<string> _configuration = [];

    /// <summary>Runs the command line; 0 when it was done. Anything refused is one line on standard error.</summary>
    public async Task<int> Run(string[] args)
    {
        _configuration = [.. args.Where(IsSetting)];
        var root = new RootCommand("LogiPilot.Kaizen: the Andon and continuous-improvement server of a plant.") { _data };
        var serve = ServeCommand.Make(this);
        foreach (var option in serve.Options)
        {
            root.Add(option);
        }

        root.Action = serve.Action;
        root.Add(serve);
        root.Add(ImportCommand.Make(this));
        root.Add(BackupCommands.MakeBackup(this));
        root.Add(BackupCommands.MakeRestore(this));
        root.Add(AccountCommands.MakeUser(this));
        root.Add(AccountCommands.MakeToken(this));
        root.Add(DemoCommand.Make(this));
        root.Add(CheckCommand.Make(this));

        var parsed = root.Parse([.. args.Where(a => !IsSetting(a))]);
        if (parsed.Errors.Count > 0)
        {
            return await Fail($"{parsed.Errors[0].Message} See --help.");
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (CommandRefusedException refused)
        {
            return await Fail(refused.Message);
        }
        catch (StoreException refused)
        {
            return await Fail(refused.Message);
        }
        catch (SqliteException broken)
        {
            return await Fail($"The database cannot be used ({broken.Message}): check the disk, or restore a backup.");
        }
        catch (IOException failed)
        {
            return await Fail($"{failed.Message} Check the path, the disk and the address.");
        }
        catch (UnauthorizedAccessException denied)
        {
            return await Fail($"{denied.Message} Give the program the right to this path.");
        }
    }

    public WebApplication ComposeServer(ParseResult parsed, string? urls, bool? demo) =>
        compose(new(Serves: true, parsed.GetValue(_data), urls, demo, _configuration));

    /// <summary>The services without the server: for a command that works beside a running one.</summary>
    public WebApplication Compose(ParseResult parsed) =>
        compose(new(Serves: false, parsed.GetValue(_data), Urls: null, Demo: null, _configuration));

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--Kaizen:", StringComparison.OrdinalIgnoreCase)
        || argument.StartsWith("--Logging:", StringComparison.OrdinalIgnoreCase);

    private static async Task<int> Fail(string message)
    {
        await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
        return 1;
    }
}
