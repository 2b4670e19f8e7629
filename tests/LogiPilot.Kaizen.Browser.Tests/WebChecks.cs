using System.Diagnostics;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>The web's own checks: types against the committed schema, lint, unit tests. One command there, one test here.</summary>
public sealed class WebChecks
{
    [Fact]
    public async Task The_web_passes_its_own_checks()
    {
        using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "run check")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, string.Join('\n', said));
    }
}
