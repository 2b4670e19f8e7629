using System.CommandLine;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary><c>serve</c>, the default: runs the server until it is told to stop.</summary>
public static class ServeCommand
{
    public static Command Make(CommandLine line)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons (default: http://localhost:5080)", HelpName = "URLS",
        };
        var demo = new Option<bool?>("--demo")
        {
            Description = "Load the demo plant into an empty database and keep it alive (default: true in development only)",
            HelpName = "true|false",
        };
        var command = new Command("serve", "Serves the plant (the default command).") { urls, demo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.ComposeServer(parsed, parsed.GetValue(urls), parsed.GetValue(demo));
            app.Lifetime.ApplicationStarted.Register(GiveBackMemory);
            await app.RunAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>What the start read and built is some 10 MB of garbage, which a quiet server would keep until it allocates as much again.</summary>
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
