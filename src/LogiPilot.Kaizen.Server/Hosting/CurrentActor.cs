using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// Who acts in this scope: whoever the scope was opened for (<see cref="Actors.Acting"/>), else who signed in to the HTTP request.
/// Nobody is an error: nothing ever acts as the system by accident.
/// </summary>
public sealed class CurrentActor(IHttpContextAccessor http) : ICurrentActor
{
    private Actor? _actor;

    public Actor Actor
    {
        get => _actor ??= http.HttpContext?.SignedIn() ?? throw new InvalidOperationException("Nobody acts in this scope.");
        set => _actor = value;
    }
}

/// <summary>Opens scopes in which somebody acts, and knows who signed in to a request.</summary>
public static class Actors
{
    public static IServiceCollection AddActors(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped<CurrentActor>()
        .AddScoped<ICurrentActor>(scope => scope.GetRequiredService<CurrentActor>());

    /// <summary>A scope of its own in which the actor given acts: sweeps and commands as <see cref="Actor.System"/>.</summary>
    public static AsyncServiceScope Acting(this IServiceProvider services, Actor actor)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }

    /// <summary>The actor of the request's session or token; null without either.</summary>
    public static Actor? SignedIn(this HttpContext context) => context.Features.Get<Actor>();

    /// <summary>After authentication: turns the principal's person id into the actor that the person is at this moment.</summary>
    public static IApplicationBuilder UseActors(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.PersonId() is { } personId)
        {
            var directory = context.RequestServices.GetRequiredService<IDirectory>();
            var picture = await directory.Current(context.RequestAborted);
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            if (picture.ActorOf(personId, now) is { } actor)
            {
                context.Features.Set(actor);
            }
            else
            {
                context.User = new();
            }
        }

        await next(context);
    });

    public static Guid? PersonId(this System.Security.Claims.ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;
}
