using System.Diagnostics;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

/// <summary>What the program said and how it ended.</summary>
public sealed record Ended(int Code, string Output, string Errors)
{
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the import command as people do, in a process of its own beside whatever serves the data folder.</summary>
internal static class ImportProcess
{
    public static async Task<Ended> Run(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, "import", .. arguments, "--data", data])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LANG"] = "en_GB.UTF-8";
        start.Environment.Remove("LC_ALL");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>The folder of test data beside this file, as the build copied it.</summary>
    public static string Forge => Path.Combine(AppContext.BaseDirectory, "forge");

    /// <summary>The extract beside the repository; null where it is not.</summary>
    public static string? AdventureWorks
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LogiPilot.Kaizen.sln")))
            {
                folder = folder.Parent;
            }

            var path = folder is null ? "" : Path.Combine(folder.FullName, "..", "shared", "data", "adventureworks");
            return Directory.Exists(path) ? path : null;
        }
    }

    /// <summary>A copy of a folder that a test may spoil.</summary>
    public static string Copy(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("kaizen-extract-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var text = File.ReadAllBytes(file);
            File.WriteAllBytes(Path.Combine(copy, Path.GetFileName(file)), text);
        }

        return copy;
    }
}
