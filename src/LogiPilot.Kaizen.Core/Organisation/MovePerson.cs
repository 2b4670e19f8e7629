using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Gives a person another role, in one plant or everywhere, in place of what he was: from now on nothing of another plant is his or told to
/// him.
/// </summary>
[Needs(Permission.Administer)]
public sealed record MovePerson(
    string UserName, Role Role, string? PlantCode = null, IReadOnlyList<string>? AreaCodes = null, SupportService? Service = null) : Command;

/// <inheritdoc cref="MovePerson"/>
public sealed class MovePersonHandler(IOrganisationStore organisation, IEvents events) : IRequestHandler<MovePerson, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(MovePerson request, CancellationToken cancellationToken)
    {
        if (await organisation.FindPersonByUserName(request.UserName, cancellationToken) is not { } person)
        {
            return Refusal.NotFound("person");
        }

        var post = await PersonRules.Post(
            organisation, request.Role, request.PlantCode, request.AreaCodes, request.Service, cancellationToken);
        if (post.Refusal is { } unknown)
        {
            return unknown;
        }

        person.Move(post.Value.Memberships, post.Value.RoleEverywhere);
        organisation.Save(person);
        events.Raise(new OrganisationChanged(null, person.Id, "person"));
        return (Made)person.Id;
    }
}
