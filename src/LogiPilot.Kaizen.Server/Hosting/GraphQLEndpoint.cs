using System.Reflection;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;
using LogiPilot.Kaizen.Server.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Server.Improvement.Plans;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary><c>/graphql</c>: the resolvers of all rooms, behind a session or a token.</summary>
public static class GraphQLEndpoint
{
    public static IServiceCollection AddKaizenGraphQL(this IServiceCollection services, IWebHostEnvironment environment)
    {
        services.AddScoped<Refusals>().AddScoped<UseCases>().AddScoped<AlertOrders>().AddScoped<HandoverOrders>()
            .AddScoped<MaintenanceWindowOrders>().AddScoped<CalendarOrders>()
            .AddScoped<PlanOrders>().AddScoped<DysfunctionOrders>().AddScoped<DysfunctionTitles>();
        services.AddGraphQL(options =>
        {
            options
                .AddMutationError<ForbiddenError>()
                .AddMutationError<NotFoundError>()
                .AddMutationError<ConflictError>()
                .AddMutationError<InvalidError>()
                .AddMutationError<ClientIdReusedError>();
            // The comments of this product are for who changes it; what the schema says is written in attributes.
            options.UseXmlDocumentation = false;
            options.Guard = field => field.DeclaringType == "Query" && field.Member is { } member && !field.Name.StartsWith("__", StringComparison.Ordinal)
                ? Guard(member)
                : null;
            if (!environment.IsProduction())
            {
                options.Ide = GraphiQL.Serve;
            }
        }).AddTypes(typeof(GraphQLEndpoint).Assembly);
        return services;
    }

    public static void MapKaizenGraphQL(this WebApplication app)
    {
        app.MapGraphQL("/graphql").RequireAuthorization();
        // As a file of the web it would be served in production too.
        app.MapGet(GraphiQL.File, () => Results.NotFound());
    }

    // Mutations send commands, which the pipeline authorises; a field of the query root says itself what it needs.
    private static FieldGuard Guard(MemberInfo member)
    {
        var needed = member.GetCustomAttribute<NeedsAttribute>()?.Permission
            ?? throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} declares no permission: add [Needs(...)].");
        return access => new(access.Context.GetService<ICurrentActor>().Actor.May(needed)
            ? null
            : access.Context.GetService<Refusals>().Thrown(Refusal.Forbidden(needed)));
    }
}
