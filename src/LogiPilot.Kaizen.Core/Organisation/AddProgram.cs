using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Adds a program that signs in with a token, with a role in one plant or everywhere. Answers its id; the token is kept elsewhere.
/// </summary>
[Needs(Permission.Administer)]
public sealed record AddProgram(string Name, Role Role, Language Language = Language.Fr, string? PlantCode = null) : Command;

/// <inheritdoc cref="AddProgram"/>
public sealed class AddProgramHandler(IOrganisationStore organisation, IEvents events, TimeProvider clock)
    : IRequestHandler<AddProgram, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AddProgram request, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(request.Name) is { } refusal)
        {
            return refusal;
        }

        var post = await PersonRules.Post(organisation, request.Role, request.PlantCode, null, null, cancellationToken);
        if (post.Refusal is { } unknown)
        {
            return unknown;
        }

        var program = Person.Create(
            Guid.CreateVersion7(clock.GetUtcNow()), PersonKind.Program, request.Name.Trim(), null, null, request.Language,
            post.Value.Memberships, post.Value.RoleEverywhere);
        organisation.Add(program);
        events.Raise(new OrganisationChanged(null, program.Id, "program"));
        return (Made)program.Id;
    }
}
