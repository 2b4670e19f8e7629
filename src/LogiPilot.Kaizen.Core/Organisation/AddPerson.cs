using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Adds a person with a role in one plant (perhaps in some of its areas, or in a support service), or everywhere when no plant
/// is named. User names are unique without regard to case. Answers the person's id; the password is kept elsewhere.
/// </summary>
[Needs(Permission.Administer)]
public sealed record AddPerson(
    string Name, string UserName, string? Email, Role Role, Language Language = Language.Fr, string? PlantCode = null,
    IReadOnlyList<string>? AreaCodes = null, SupportService? Service = null) : Command;

/// <inheritdoc cref="AddPerson"/>
public sealed class AddPersonHandler(IOrganisationStore organisation, IEvents events, TimeProvider clock)
    : IRequestHandler<AddPerson, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AddPerson request, CancellationToken cancellationToken)
    {
        if (Refusal.All([.. PersonRules.Check(request.Name, request.UserName, request.Email)]) is { } refusal)
        {
            return refusal;
        }

        var userName = request.UserName.Trim();
        if (await organisation.FindPersonByUserName(userName, cancellationToken) is not null)
        {
            return Refusal.Invalid("userName", "userNameTaken", ("userName", userName));
        }

        var post = await PersonRules.Post(
            organisation, request.Role, request.PlantCode, request.AreaCodes, request.Service, cancellationToken);
        if (post.Refusal is { } unknown)
        {
            return unknown;
        }

        var person = Person.Create(
            Guid.CreateVersion7(clock.GetUtcNow()), PersonKind.Human, request.Name.Trim(), userName, Words.Given(request.Email),
            request.Language, post.Value.Memberships, post.Value.RoleEverywhere);
        organisation.Add(person);
        events.Raise(new OrganisationChanged(null, person.Id, "person"));
        return (Made)person.Id;
    }
}
