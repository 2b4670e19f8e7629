using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Organisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace LogiPilot.Kaizen.Server.Hosting.SignIn;

/// <summary>
/// Who somebody is: people by ASP.NET Core Identity and a session cookie, programs by a bearer token. Without either the answer is 401,
/// never a redirect.
/// </summary>
public static class SignInRegistration
{
    private const string SessionOrToken = "session-or-token";

    public static IServiceCollection AddSignIn(this IServiceCollection services, KaizenSettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("LogiPilot.Kaizen")
            .PersistKeysToFileSystem(new(Path.Combine(Path.GetFullPath(settings.Data), "keys")));
        services
            .AddIdentityCore<Credential>(identity =>
            {
                identity.Password.RequiredLength = 10;
                identity.Password.RequiredUniqueChars = 4;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<CredentialsContext>()
            .AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(SessionOrToken)
            .AddPolicyScheme(SessionOrToken, null, policy => policy.ForwardDefaultSelector = context =>
                TokenAuthentication.TokenOf(context.Request) is null ? IdentityConstants.ApplicationScheme : TokenAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => Configure(cookie, settings));
        services.AddAuthorization();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<SetUpLink>();
        services.AddHostedService(s => s.GetRequiredService<SetUpLink>());
        services.AddSingleton<DemoAccounts>();
        services.AddScoped<Accounts>();
        return services;
    }

    private static void Configure(CookieAuthenticationOptions cookie, KaizenSettings settings)
    {
        cookie.Cookie.Name = "kaizen";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(settings.SessionDays);
        cookie.SlidingExpiration = true;
        cookie.Events.OnSigningIn = Sessions.Open;
        cookie.Events.OnValidatePrincipal = Sessions.Check;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (!GraphiQL.IsOpenedBy(context.HttpContext))
            {
                return context.HttpContext.Answer(
                    StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", "http.unauthenticated", context.HttpContext.RequestAborted);
            }

            context.Response.Redirect("/sign-in?next=%2Fgraphql");
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context => context.HttpContext.Answer(
            StatusCodes.Status403Forbidden, "FORBIDDEN", "http.forbidden", context.HttpContext.RequestAborted);
    }
}

/// <summary>An account anybody may use, shown on the sign-in page: only the demo plant has such.</summary>
public sealed record DemoAccount(string UserName, string Password, string Name, Role Role);

/// <summary>The accounts of the demo plant; none when another plant is served.</summary>
public sealed class DemoAccounts
{
    public IReadOnlyList<DemoAccount> Shown { get; set; } = [];
}
