using System.CommandLine;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary><c>demo</c>: loads the demo plant into an empty database and ends.</summary>
internal static class DemoCommand
{
    public static Command Make(CommandLine line)
    {
        var command = new Command("demo", "Loads the demo plant into an empty database.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.Compose(parsed);
            var demo = app.Services.GetRequiredService<DemoPlant>();
            return await demo.Load(cancellationToken)
                ? 0
                : throw new CommandRefusedException("The database already holds a plant or people: give an empty folder with --data.");
        });
        return command;
    }
}
