using Command = System.CommandLine.Command;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary><c>check</c>: reads configuration and database as the server would, without starting it.</summary>
public static class CheckCommand
{
    public static Command Make(CommandLine line)
    {
        var command = new Command("check", "Checks configuration and database without starting the server.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.Compose(parsed);
            var settings = app.Services.GetRequiredService<KaizenSettings>();
            var (texts, faults) = (app.Services.GetRequiredService<Texts>(), MethodLibrary.ReadOwn(settings.Data).Faults);
            if (!DataFolder.HasDatabase(settings))
            {
                Console.WriteLine($"OK: {Path.GetFullPath(settings.Data)}: no database yet; the first start makes it.");
                return Tell(faults, texts, Language.En);
            }

            await using var scope = app.Services.Acting(Actor.System);
            var services = scope.ServiceProvider;
            var picture = await services.GetRequiredService<IDirectory>().Current(cancellationToken);
            var sequence = await services.GetRequiredService<IChangeLogReader>().LastSequence(cancellationToken);
            if (picture.Plants.FirstOrDefault(p => !Callees.Fallback(p.Id, picture).Any()) is { } plant)
            {
                Console.Error.WriteLine(texts.Of(plant.Language, "commands.check.noFallback", ("plant", plant.Code)));
                return 1;
            }

            faults = MethodLibrary.ReadOwn(settings.Data, [.. picture.Plants.Select(p => p.Code)]).Faults;
            if (faults.Count > 0)
            {
                return Tell(faults, texts, picture.Plants is [var first, ..] ? first.Language : Language.En);
            }

            Console.WriteLine(
                $"OK: {app.Services.GetRequiredService<DataFolder>().Path}: {picture.Plants.Count} plants, {picture.Places.Count} places, "
                + $"{picture.People.Count} people, {sequence} changes.");
            return 0;
        });
        return command;
    }

    private static int Tell(IReadOnlyList<MethodFileFault> faults, Texts texts, Language language)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault.Sentence(texts, language));
        }

        return faults.Count == 0 ? 0 : 1;
    }
}
