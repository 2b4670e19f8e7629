using System.Security.Claims;
using LogiPilot.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.GraphQL;

/// <summary>What a resolver can ask of its request. All resolvers under one root field share one, and one DI scope.</summary>
public sealed class ResolverContext
{
    private readonly OperationRun _run;
    private AsyncServiceScope? _scope;

    internal ResolverContext(OperationRun run) => _run = run;

    internal OperationRun Run => _run;

    public GraphQLSchema Schema => _run.Schema;

    public GraphQLRequest Request => _run.Request;

    public CancellationToken CancellationToken => _run.CancellationToken;

    public HttpContext? HttpContext => _run.Request.HttpContext;

    internal HttpContext RequiredHttpContext => HttpContext ?? throw new InvalidOperationException(
        "The resolver takes an HttpContext, and the request was executed in process without one: set GraphQLRequest.HttpContext, or take HttpContext?.");

    public ClaimsPrincipal User => _run.Request.User ?? HttpContext?.User ?? new ClaimsPrincipal(new ClaimsIdentity());

    /// <summary>The services of the root field's scope, which is made when first asked for.</summary>
    public IServiceProvider Services
    {
        get
        {
            // Resolvers that went asynchronous may ask from several threads.
            lock (_run)
            {
                _scope ??= _run.NewScope();
                return _scope.Value.ServiceProvider;
            }
        }
    }

    public T GetService<T>() where T : notnull => Services.GetRequiredService<T>();

    public T? FindService<T>() where T : class => Services.GetService<T>();

    /// <summary>The request's instance of a data loader.</summary>
    public T GetLoader<T>() where T : DataLoader => (T)_run.Loader(typeof(T));

    internal async ValueTask DisposeAsync()
    {
        if (_scope is not { } scope) return;
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The answer is there all the same, and there may be other scopes to end.
            _run.Reporter.LogEnd(exception);
        }
    }
}
