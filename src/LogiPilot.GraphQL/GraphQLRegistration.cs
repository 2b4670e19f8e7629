using System.Reflection;
using LogiPilot.GraphQL.Building;
using LogiPilot.GraphQL.Http;
using LogiPilot.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL;

/// <summary>Adds types to the server being registered.</summary>
public sealed class GraphQLBuilder
{
    private readonly GraphQLOptions _options;

    internal GraphQLBuilder(IServiceCollection services, GraphQLOptions options) => (Services, _options) = (services, options);

    public IServiceCollection Services { get; }

    /// <summary>Adds the annotated classes of an assembly.</summary>
    public GraphQLBuilder AddTypes(Assembly assembly)
    {
        _options.AddTypes(assembly);
        return this;
    }

    /// <summary>Adds one annotated class.</summary>
    public GraphQLBuilder AddType(Type type)
    {
        _options.AddType(type);
        return this;
    }
}

/// <summary>Registers a GraphQL server and maps it.</summary>
public static class GraphQLRegistration
{
    public static GraphQLBuilder AddGraphQL(this IServiceCollection services, Action<GraphQLOptions>? configure = null)
    {
        WarmUp.Begin();
        var options = Registered(services);
        configure?.Invoke(options);
        services.TryAddSingleton(provider =>
            GraphQLSchema.Create(options, provider.GetRequiredService<IServiceProviderIsService>().IsService));
        services.TryAddSingleton(provider =>
        {
            var schema = provider.GetRequiredService<GraphQLSchema>();
            schema.VerifyAuthorization(provider);
            return new GraphQLExecutor(schema, options, provider, provider.GetService<ILogger<GraphQLExecutor>>());
        });
        return new(services, options);
    }

    // Each module of a server may add its types: they make one schema.
    private static GraphQLOptions Registered(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(GraphQLOptions))?.ImplementationInstance is GraphQLOptions known) return known;
        var made = new GraphQLOptions();
        services.AddSingleton(made);
        return made;
    }

    /// <summary>Maps the endpoint and builds the schema, so that a mistake in the annotations stops the start.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql")
    {
        var services = endpoints.ServiceProvider;
        var executor = services.GetService<GraphQLExecutor>()
            ?? throw new InvalidOperationException("There is no GraphQL server to map: call builder.Services.AddGraphQL().AddTypes(...) first.");
        var options = services.GetRequiredService<GraphQLOptions>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var handler = new GraphQLHttpHandler(executor, options, new(executor, options.Subscriptions, time, stopping));
        RequestDelegate answer = handler.HandleAsync;
        if (executor.Schema.Subscription is not null)
        {
            var sockets = new SocketHandler(executor, options.Subscriptions, time, services.GetRequiredService<ILogger<GraphQLExecutor>>(), stopping);
            var accept = endpoints.CreateApplicationBuilder().UseWebSockets().Use(_ => sockets.HandleAsync).Build();
            answer = context => SocketHandler.IsSocket(context.Request) ? accept(context) : handler.HandleAsync(context);
        }
        return endpoints.Map(pattern, answer).WithDisplayName("GraphQL");
    }
}
