using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using LogiPilot.Kaizen.Core.Organisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace LogiPilot.Kaizen.Server.Hosting.SignIn;

/// <summary>Signs a program in by <c>Authorization: Bearer TOKEN</c>, on the hub also by <c>?access_token=TOKEN</c>.</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "token";

    public static string? TokenOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return authorization["Bearer ".Length..].Trim();
        }

        return request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
            && request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.PersonOf(token, Context.RequestAborted) is not { } personId)
        {
            return AuthenticateResult.Fail("Unknown or revoked token.");
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, personId.ToString())], Scheme);
        return AuthenticateResult.Success(new(new(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Context.Answer(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", "http.unauthenticated", Context.RequestAborted);
    }
}

/// <summary>Tokens by their hash, asked of the database at most once a second each: a revoked one is refused within a second.</summary>
public sealed class KnownTokens(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (Guid PersonId, long At)> _known = new(StringComparer.Ordinal);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public async ValueTask<Guid?> PersonOf(string token, CancellationToken cancellationToken)
    {
        var hash = Hash(token);
        if (_known.TryGetValue(hash, out var known) && clock.GetElapsedTime(known.At) < Kept)
        {
            return known.PersonId;
        }

        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ITokenStore>().FindByHash(hash, cancellationToken) is not { } found)
        {
            _known.TryRemove(hash, out _);
            return null;
        }

        _known[hash] = (found.PersonId, clock.GetTimestamp());
        return found.PersonId;
    }
}
