using System.Security.Cryptography;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Organisation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace LogiPilot.Kaizen.Server.Hosting.SignIn;

/// <summary>
/// Makes people together with what they sign in with. The person is made by a use case, the credential by Identity beside the
/// writer: the password is checked first, so that the second step has nothing left to refuse.
/// </summary>
public sealed class Accounts(IMediator mediator, UserManager<Credential> credentials, ITokenStore tokens, TimeProvider clock)
{
    public async Task<Outcome<Credential>> AddUser(AddPerson person, string password, CancellationToken cancellationToken)
    {
        if (await Weakness(password) is { } weakness)
        {
            return weakness;
        }

        var made = await mediator.Send(person, cancellationToken);
        return made.Refusal is { } refusal ? refusal : await GiveCredential(made.Value.Id, person.UserName, person.Email, password);
    }

    /// <summary>Makes a program and answers with its token, which is kept nowhere but as a hash.</summary>
    public async Task<Outcome<string>> AddProgram(AddProgram program, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(program, cancellationToken);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        var token = "kzn_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await tokens.Add(new ApiToken(Guid.CreateVersion7(now), made.Value.Id, KnownTokens.Hash(token), now), cancellationToken);
        return token;
    }

    /// <summary>Makes the first plant and its administrator.</summary>
    public async Task<Outcome<Credential>> SetUp(SetUpRequest request, CancellationToken cancellationToken)
    {
        if (await Weakness(request.Password ?? "") is { } weakness)
        {
            return weakness;
        }

        var language = string.Equals(request.Language, "en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Fr;
        var made = await mediator.Send(
            new SetUpFirstAdministrator(
                request.Name ?? "", request.UserName ?? "", null, language, request.PlantName ?? "", request.PlantCode,
                request.TimeZone ?? "Europe/Paris"),
            cancellationToken);
        return made.Refusal is { } refusal ? refusal : await GiveCredential(made.Value.Id, request.UserName!, null, request.Password!);
    }

    /// <summary>Gives a person who has none a password to sign in with.</summary>
    public async Task<Credential> GiveCredential(Guid personId, string userName, string? email, string password)
    {
        var credential = new Credential { Id = personId, UserName = userName.Trim(), Email = email, LockoutEnabled = true };
        var result = await credentials.CreateAsync(credential, password);
        return result.Succeeded ? credential
            : throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }

    private async Task<Refusal?> Weakness(string password)
    {
        foreach (var validator in credentials.PasswordValidators)
        {
            var result = await validator.ValidateAsync(credentials, new(), password);
            if (!result.Succeeded)
            {
                return Refusal.Invalid("password", "passwordWeak", ("length", credentials.Options.Password.RequiredLength));
            }
        }

        return null;
    }
}
