using System.Globalization;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Kill;

/// <summary>The process that is killed: this assembly, started by itself, is the whole server on a clock that runs faster.</summary>
internal static class ServeUntilKilled
{
    public const string Command = "serve-until-killed";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Command, var folder, var url, var since, var speed, .. var settings])
        {
            await Console.Error.WriteLineAsync("Run these tests with dotnet test.");
            return 1;
        }

        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var clock = new FastClock(
            new DateTimeOffset(long.Parse(since, CultureInfo.InvariantCulture), TimeSpan.Zero), double.Parse(speed, CultureInfo.InvariantCulture));
        await using var app = Program.Compose(new StartOptions(true, folder, url, Demo: false, settings) { Clock = clock });
        await app.RunAsync();
        return 0;
    }

    /// <summary>From an instant on, so many times as fast; the same for whoever is started after a kill.</summary>
    private sealed class FastClock(DateTimeOffset since, double speed) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => since + ((System.GetUtcNow() - since) * speed);
    }
}
