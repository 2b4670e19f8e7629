using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.GraphQL.Authorization;

/// <summary>Asks ASP.NET Core's authorisation what <c>[Authorize]</c> on a member and its classes demands.</summary>
internal sealed class AuthorizeGuard(string where, IReadOnlyList<IAuthorizeData> demands)
{
    private AuthorizationPolicy? _policy;

    public async ValueTask<GraphQLException?> AskAsync(FieldAccess access)
    {
        var services = access.Context.Services;
        var policy = _policy ?? await CombineAsync(services).ConfigureAwait(false);
        var user = access.Context.User;
        var outcome = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, access, policy).ConfigureAwait(false);
        if (outcome.Succeeded) return null;
        var isKnown = user.Identities.Any(identity => identity.IsAuthenticated);
        return new("The current user is not authorized to access this resource.", isKnown ? ErrorCodes.NotAuthorized : ErrorCodes.NotAuthenticated);
    }

    /// <summary>Refuses at start what would fail with each request.</summary>
    public void Verify(IServiceProvider services)
    {
        if (demands.Any(demand => !string.IsNullOrEmpty(demand.AuthenticationSchemes)))
            throw Mistake("names authentication schemes, which are the endpoint's: give them to MapGraphQL(...).RequireAuthorization(...).");
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IAuthorizationService)) != true)
            throw Mistake("needs ASP.NET Core's authorisation: call builder.Services.AddAuthorization().");
        using var scope = services.CreateScope();
        try
        {
            // At start there is nobody to make wait.
            CombineAsync(scope.ServiceProvider).AsTask().GetAwaiter().GetResult();
        }
        catch (InvalidOperationException unknown)
        {
            throw Mistake($"names a policy that does not exist ({unknown.Message}): add it with AddAuthorization(o => o.AddPolicy(...)).");
        }
    }

    private async ValueTask<AuthorizationPolicy> CombineAsync(IServiceProvider services)
    {
        var provider = services.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(provider, demands).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"[Authorize] of {where} demands nothing.");
        if (provider.AllowsCachingPolicies) _policy = policy;
        return policy;
    }

    private SchemaException Mistake(string what) => new($"{where}: [Authorize] {what}");
}
