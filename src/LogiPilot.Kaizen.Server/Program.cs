using System.Globalization;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.Demo;
using LogiPilot.Kaizen.Server.Hosting.SignIn;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using LogiPilot.Kaizen.Server.Improvement.Actions;
using LogiPilot.Kaizen.Server.Improvement.Exports;
using LogiPilot.Kaizen.Server.Improvement.Print;
using LogiPilot.Kaizen.Server.Live;
using LogiPilot.Kaizen.Server.Notifications;
using LogiPilot.Kaizen.Server.Notifications.Sending;
using LogiPilot.Kaizen.Server.Organisation;
using LogiPilot.Kaizen.Server.Reporting;
using LogiPilot.Kaizen.Server.Supply.Import;
using LogiPilot.Kaizen.Store;

namespace LogiPilot.Kaizen.Server;

/// <summary>What the server is made of, in order. Each line is a file of its own.</summary>
public static class Program
{
    public static Task<int> Main(string[] args)
    {
        // Sentences are formatted in the reader's language where they are made; everything else is the same on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return new CommandLine(Compose).Run(args);
    }

    public static WebApplication Compose(StartOptions start)
    {
        var builder = start.CreateBuilder();
        var settings = KaizenSettings.Read(builder.Configuration);

        builder.AddLogs(toStandardError: !start.Serves);
        builder.AddProtection(settings);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(start.Clock)
            .AddDataFolder()
            .AddSingleton<Texts>()
            .AddActors()
            .AddMediation(typeof(Actor).Assembly)
            .AddKaizenStore(settings.Data)
            .AddSignIn(settings)
            .AddKaizenGraphQL(builder.Environment)
            .AddDemo()
            .AddLive()
            .AddMethods()
            .AddActions()
            .AddPrint()
            .AddNotifications()
            .AddSending(settings)
            .AddImports()
            .AddSweeps(settings)
            .AddOperations();

        var app = builder.Build();
        app.UseStrictness(settings);
        app.UseClearRefusals();
        app.UseRouting();
        app.UseAuthentication();
        app.UseActors();
        app.UseRefusals();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapAuth();
        app.MapKaizenGraphQL();
        app.MapLive();
        app.MapImports();
        app.MapAttachments();
        app.MapLabels();
        app.MapPrint();
        app.MapEvidence();
        app.MapExports();
        app.MapCalendars();
        app.MapOperations();
        app.MapWeb(start);
        return app;
    }
}
