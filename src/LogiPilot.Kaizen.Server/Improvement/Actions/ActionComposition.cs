using LogiPilot.Kaizen.Core.Improvement.Actions;

namespace LogiPilot.Kaizen.Server.Improvement.Actions;

public static class ActionComposition
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddScoped<ActionBook>()
        .AddScoped<ActionOrders>();
}
