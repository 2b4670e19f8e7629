using System.Reflection;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.Demo;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>The live board and its hub.</summary>
public static class LiveComposition
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hubs => hubs.AddFilter<HubFailures>()).AddJsonProtocol(json => LiveJson.Apply(json.PayloadSerializerOptions));
        var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return services
            .AddSingleton(new Build($"{version}/{Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId:N}"))
            .AddLogging(logs => logs.AddFilter(HubFailures.Dispatcher, LogLevel.Critical))
            .AddSingleton<LiveBoard>()
            .AddSingleton<LivePublisher>()
            .AddSingleton<Presence>()
            .AddSingleton<IPresence>(s =>
                s.GetRequiredService<KaizenSettings>().Demo ? new EverybodyThere() : s.GetRequiredService<Presence>())
            .AddHostedService<NoticeTail>()
            .AddScoped<AlertPictures>()
            .AddScoped<BoardFeed>()
            .AddHostedService<BoardTail>();
    }

    /// <summary>Nobody without a session or token is let in.</summary>
    public static void MapLive(this IEndpointRouteBuilder app) => app.MapHub<LiveHub>("/hubs/live").RequireAuthorization();
}
