using System.Diagnostics;
using System.Text;

namespace LogiPilot.Tests;

/// <summary>
/// A script of <c>tests/Node</c> running in Node beside the test: what others wrote (graphql-js, official clients, audits) to compare
/// with. One line asked, one line answered. The packages are installed when first needed. It ends when disposed.
/// </summary>
public sealed class NodePeer : IAsyncDisposable
{
    private static readonly Lazy<Task> Install = new(InstallAsync);
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private NodePeer(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors) _errors.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>The folder of the scripts and their packages.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Starts a script; the environment variable <c>NODE_ENV</c> is <c>production</c>, as a server would run.</summary>
    public static async Task<NodePeer> Start(string script, params IEnumerable<string> arguments)
    {
        await Install.Value;
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["NODE_ENV"] = "production";
        return new(Launch(start));
    }

    /// <summary>The id of the process, to read its memory by.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Writes one line and reads the one that answers it.</summary>
    public async Task<string> Ask(string line)
    {
        await Tell(line);
        return await Next();
    }

    /// <summary>Writes one line without waiting for what answers it; one at a time.</summary>
    public async Task Tell(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next line the script writes; an exception with what it said on its error stream when it has ended.</summary>
    public async Task<string> Next() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await Failure());

    private async Task<string> Failure()
    {
        await _process.WaitForExitAsync();
        lock (_errors) return $"{_process.StartInfo.ArgumentList[0]} ended with {_process.ExitCode}.\n{_errors}";
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "tests", "Node", "package.json"))) folder = folder.Parent;
        return folder is null
            ? throw new InvalidOperationException($"tests/Node/package.json is in no folder above {AppContext.BaseDirectory}; run the tests inside the repository.")
            : Path.Combine(folder.FullName, "tests", "Node");
    }

    private static async Task InstallAsync()
    {
        var installed = Path.Combine(Folder, "node_modules", ".installed");
        using var held = await MachineLock.Take();
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted) return;
        using var npm = Launch(new("npm", ["ci", "--no-update-notifier", "--loglevel=error"])
        {
            WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        });
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"The packages of {Folder} could not be installed. Try there: npm ci\n{string.Concat(said)}");
        await File.WriteAllTextAsync(installed, wanted);
    }

    private static Process Launch(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"\"{start.FileName}\" was not found. The tests need Node 20.19 or later: apt-get install nodejs npm", missing);
        }
    }
}
