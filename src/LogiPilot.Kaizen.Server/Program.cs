using System.Globalization;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Supply.Import;

// Sentences are formatted in the reader's language where they are made; everything else is the same on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await new CommandLine(Compose).Run(args);

static WebApplication Compose(StartOptions start)
{
    var builder = start.CreateBuilder();
    var settings = KaizenSettings.Read(builder.Configuration);

    builder.AddLogs(toStandardError: !start.Serves);
    builder.AddProtection(settings);
    builder.Services
        .AddSingleton(settings)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<DataFolder>()
        .AddSingleton<Texts>()
        .AddActors()
        .AddMediation(typeof(Actor).Assembly)
        .AddImports()
        .AddOperations();

    var app = builder.Build();
    app.UseStrictness(settings);
    app.UseRouting();
    app.UseActors();
    app.UseRefusals();
    app.UseRateLimiter();
    app.MapOperations();
    app.MapImports();
    app.MapWeb();
    return app;
}
