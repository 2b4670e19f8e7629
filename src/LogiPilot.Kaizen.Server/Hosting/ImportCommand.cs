using System.CommandLine;
using System.Globalization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Supply.Import;
using Command = System.CommandLine.Command;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary><c>import FOLDER</c>: takes an extract, whole or not at all, also beside a running server.</summary>
public static class ImportCommand
{
    public static Command Make(CommandLine line)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder of the extract's CSV files" };
        var mapping = new Option<string?>("--mapping")
        {
            Description = "How the files become datasets: a name (adventureworks) or a JSON file; without it the files are canonical (products.csv, stock.csv, …)",
            HelpName = "NAME|FILE",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "When the figures hold: a day (its end by the plant's clock) or an instant with offset (default: today)", HelpName = "DATE",
        };
        var plant = new Option<string?>("--plant")
        {
            Description = "Code of the plant, needed where there is more than one and the extract names none", HelpName = "CODE",
        };
        var language = new Option<string?>("--lang") { Description = "Language of the messages, fr or en (default: as LANG says, else fr)", HelpName = "fr|en" };
        var command = new Command("import", "Takes an extract of another system.") { folder, mapping, asOf, plant, language };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.Compose(parsed);
            var report = new ImportReport(app.Services.GetRequiredService<Texts>(), LanguageOf(parsed.GetValue(language)), Console.Out, Console.Error);
            await using var scope = app.Services.Acting(Actor.System);
            return await Run(
                scope.ServiceProvider, report, parsed.GetRequiredValue(folder), parsed.GetValue(mapping), parsed.GetValue(asOf),
                parsed.GetValue(plant), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Run(
        IServiceProvider services, ImportReport report, string folder, string? mappingName, string? asOfText, string? plant,
        CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        if (!Directory.Exists(folder))
        {
            throw report.Refused(Refusal.Invalid("folder", "import.noFolder", ("folder", Path.GetFullPath(folder))));
        }

        var files = new ExtractFolder(folder);
        var mapping = mappingName is null ? files.Canonical() : services.GetRequiredService<MappingFiles>().ByNameOrPath(mappingName);
        var asOf = AsOf.Parse(asOfText);
        if ((mapping.Refusal ?? asOf.Refusal) is { } unclear)
        {
            throw report.Refused(unclear);
        }

        var taken = await services.GetRequiredService<ImportExtract>()
            .Take(mapping.Value, files.Open, plant, asOf.Value, report.Progress, cancellationToken);
        if (taken.Refusal is { } refusal)
        {
            throw report.Refused(refusal);
        }

        var alerts = await services.GetRequiredService<IAlertReader>().Open([taken.Value.PlantId], cancellationToken);
        report.Taken(taken.Value, alerts.Count, clock.GetElapsedTime(started));
        return 0;
    }

    private static Language LanguageOf(string? asked)
    {
        var said = asked ?? Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        return said.StartsWith("en", ignoreCase: true, CultureInfo.InvariantCulture) ? Language.En : Language.Fr;
    }
}
