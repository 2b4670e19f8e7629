using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>A server process of ours or beside ours, on a free port of the loopback, ended with the measure.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public Process Process => _process;

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Runs a command of the product to its end and answers with its standard output.</summary>
    public static async Task<string> Command(params string[] arguments)
    {
        using var process = Start("LogiPilot.Kaizen.Server.dll", arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {await errors}");
    }

    public static Task<Child> Product(string dataFolder) =>
        Serve("LogiPilot.Kaizen.Server.dll", "/health/ready", url => ["serve", "--demo", "false", "--data", dataFolder, "--urls", url]);

    public static Task<Child> Baseline(string payloadFile) =>
        Serve("LogiPilot.Kaizen.Benchmarks.dll", "/ready", url => ["baseline", url, payloadFile]);

    public static Task<Child> GraphQL() => Serve("LogiPilot.Kaizen.Benchmarks.dll", "/ready", url => ["graphql-server", url]);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<Child> Serve(string assembly, string readyPath, Func<string, string[]> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var child = new Child(Start(assembly, arguments(address.ToString().TrimEnd('/'))), address);
        _ = child._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = child._process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        await WaitFor(new Uri(address, readyPath));
        return child;
    }

    private static async Task WaitFor(Uri ready)
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(ready);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Not listening yet.
            }

            if (watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException($"{ready} did not become ready in a minute.");
            }

            await Task.Delay(5);
        }
    }

    private static Process Start(string assembly, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Kaizen__LimitRates"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
