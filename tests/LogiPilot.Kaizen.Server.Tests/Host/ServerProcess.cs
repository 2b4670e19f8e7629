using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>A server in a process of its own, which a test may kill, and start again on the same data and address.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ServerProcess(Process process) =>
        (_process, _output, _errors) = (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

    /// <summary>An address of the loopback that nobody listens on.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts a program and waits until it is ready at the client's address.</summary>
    public static async Task<ServerProcess> Start(
        string[] arguments, HttpClient http, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var server = new ServerProcess(Process.Start(start)!);
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException) when (!server._process.HasExited)
            {
                await Task.Delay(50);
            }
            catch (HttpRequestException ended)
            {
                throw new InvalidOperationException($"The server ended: {await server._errors}", ended);
            }
        }
    }

    /// <summary>Kills it with SIGKILL, and answers with all that it said.</summary>
    public async Task<string> Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        return await _output + await _errors;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }
}
