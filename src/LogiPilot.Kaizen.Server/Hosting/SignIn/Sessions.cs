using LogiPilot.Kaizen.Core.Organisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace LogiPilot.Kaizen.Server.Hosting.SignIn;

/// <summary>Each sign-in opens a session with an id of its own, inside its cookie; signing out ends it, wherever the cookie was copied to.</summary>
public static class Sessions
{
    private const string Id = "session";

    /// <summary>The session that a request, or the connection it became, came with; null for a program.</summary>
    public static Guid? SessionId(this HttpContext context) =>
        Of(context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties);

    public static Task Open(CookieSigningInContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Properties.Items[Id] = Guid.CreateVersion7(now).ToString();
        return Task.CompletedTask;
    }

    public static async Task Check(CookieValidatePrincipalContext context)
    {
        if (Of(context.Properties) is { } id
            && await context.HttpContext.RequestServices.GetRequiredService<IEndedSessions>().HasEnded(id, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static Guid? Of(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Id, out var text) == true && Guid.TryParse(text, out var id) ? id : null;
}
