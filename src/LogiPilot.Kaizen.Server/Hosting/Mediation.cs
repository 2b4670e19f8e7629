using System.Reflection;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// Registers every handler and listener found in the assemblies, and the pipeline around each request: observed, then
/// authorised, then applied. A request that declares no permission stops the start.
/// </summary>
public static class Mediation
{
    public static IServiceCollection AddMediation(this IServiceCollection services, params Assembly[] assemblies)
    {
        services.AddScoped<IMediator>(scope => new Mediator(scope.GetService!));
        services.AddScoped<Meanwhile>();
        services.AddScoped<CalendarBook>();
        services.AddScoped<AlertBook>();
        services.AddScoped<HandoverDrafts>();
        services.AddScoped<HandoverAnswers>();
        services.AddScoped<MaintenanceBook>();
        services.AddScoped<PlanBook>();
        services.AddScoped<PlanPictures>();
        services.AddScoped<Measuring>();
        services.AddScoped<IPlanWords, Improvement.Plans.PlanWords>();
        services.AddScoped<IMeasureSource, Core.Reporting.PlantMeasures>();
        services.AddScoped<DysfunctionBook>();
        services.AddScoped<DysfunctionOrigins>();
        services.AddScoped<DysfunctionPlaces>();
        services.AddScoped<AlertsOnKeys>();
        services.AddScoped<ParetoRows>();
        services.AddScoped<EventQueue>();
        services.AddScoped<IEvents>(scope => scope.GetRequiredService<EventQueue>());
        services.AddScoped<Telling>();
        services.AddScoped<AlertConditions>();
        services.AddScoped<KindSettings>();
        services.AddScoped<EscalationBook>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Observe<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorise<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Apply<,>));
        var types = assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }).ToList();
        foreach (var request in types.Where(t => t.IsAssignableTo(typeof(IBaseRequest))))
        {
            if (request.GetCustomAttribute<NeedsAttribute>() is null)
            {
                throw new InvalidOperationException($"{request.FullName} declares no permission: add [Needs(...)].");
            }
        }

        foreach (var (type, contract) in types.SelectMany(t => t.GetInterfaces().Where(IsHandler).Select(i => (t, i))))
        {
            services.AddScoped(contract, type);
        }

        return services;
    }

    private static bool IsHandler(Type contract) =>
        contract.IsGenericType
        && (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            || contract.GetGenericTypeDefinition() == typeof(INotificationHandler<>));
}
