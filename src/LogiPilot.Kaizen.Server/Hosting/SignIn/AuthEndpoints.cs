using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Live;
using LogiPilot.Kaizen.Store.Organisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Hosting.SignIn;

public sealed record SignInRequest(string? UserName, string? Password);

public sealed record SetUpRequest(
    string? Token, string? UserName, string? Password, string? Name, string? PlantName, string? PlantCode, string? TimeZone, string? Language);

/// <summary><c>/auth</c>: sessions. What is refused is answered with a code and a sentence in the language asked for.</summary>
public static class AuthEndpoints
{
    public static void MapAuth(this WebApplication app)
    {
        var auth = app.MapGroup("/auth");
        auth.MapPost("/sign-in", SignIn).RequireRateLimiting(Protection.SignIns);
        auth.MapPost("/sign-out", SignOut);
        auth.MapGet("/sign-in-options", (DemoAccounts demo, SetUpLink link) => Results.Json(new
        {
            DemoAccounts = demo.Shown.Select(a => new { a.UserName, a.Password, a.Name, Role = Naming.Screaming(a.Role) }),
            SetUp = link.IsOpen,
        }));
        auth.MapPost("/set-up", SetUp).RequireRateLimiting(Protection.SignIns);
    }

    private static async Task<IResult> SignIn(
        SignInRequest request, HttpContext context, UserManager<Credential> credentials, SignInManager<Credential> sessions,
        IDirectory directory, KaizenSettings settings, TimeProvider clock, Texts texts)
    {
        var credential = await credentials.FindByNameAsync(request.UserName ?? "");
        if (credential is null)
        {
            // Takes the time that checking a password takes: the answer tells nobody which names exist.
            credentials.PasswordHasher.HashPassword(new(), request.Password ?? "");
            return Refuse(context, texts, "BAD_CREDENTIALS", "http.badCredentials");
        }

        var result = await sessions.CheckPasswordSignInAsync(credential, request.Password ?? "", lockoutOnFailure: true);
        var actor = (await directory.Current(context.RequestAborted)).ActorOf(credential.Id);
        if (!result.Succeeded || actor is null)
        {
            return result.IsLockedOut
                ? Refuse(context, texts, "LOCKED_OUT", "http.lockedOut")
                : Refuse(context, texts, "BAD_CREDENTIALS", "http.badCredentials");
        }

        await sessions.SignInAsync(credential, Lasting(actor, settings, clock));
        return Results.Json(new { Id = credential.Id, actor.Name, Language = Naming.Screaming(actor.Language) });
    }

    private static async Task<IResult> SignOut(
        HttpContext context, SignInManager<Credential> sessions, IEndedSessions ended, Presence presence, TimeProvider clock)
    {
        if (context.SessionId() is { } session)
        {
            await ended.End(session, clock.GetUtcNow(), context.RequestAborted);
            presence.Part(device => device.GetHttpContext()?.SessionId() == session);
        }

        await sessions.SignOutAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> SetUp(
        SetUpRequest request, HttpContext context, SetUpLink link, Accounts accounts, SignInManager<Credential> sessions, Refusals refusals,
        CurrentActor current, Texts texts)
    {
        var language = Texts.Asked(context.Request);
        if (!link.TryTake(request.Token))
        {
            return Results.Json(
                new { Code = "SET_UP_LINK_INVALID", Message = texts.Of(language, "http.setUpLinkInvalid") }, statusCode: StatusCodes.Status403Forbidden);
        }

        current.Actor = Actor.System with { Language = language };
        var made = await accounts.SetUp(request, context.RequestAborted);
        if (made.Refusal is { } refusal)
        {
            link.Return(request.Token!);
            return Results.Json(
                new { Code = Naming.Screaming(refusal.Code), Message = refusals.Sentence(refusal, language), refusal.Field },
                statusCode: StatusCodes.Status400BadRequest);
        }

        await sessions.SignInAsync(made.Value, isPersistent: true);
        return Results.NoContent();
    }

    // Nobody touches a screen for months: its session lasts a year.
    private static AuthenticationProperties Lasting(Actor actor, KaizenSettings settings, TimeProvider clock) => new()
    {
        IsPersistent = true,
        ExpiresUtc = clock.GetUtcNow().AddDays(actor.Memberships.Any() && actor.Memberships.All(m => m.Role == Role.Screen) ? 365 : settings.SessionDays),
    };

    private static IResult Refuse(HttpContext context, Texts texts, string code, string text) => Results.Json(
        new { Code = code, Message = texts.Of(Texts.Asked(context.Request), text) }, statusCode: StatusCodes.Status401Unauthorized);
}
