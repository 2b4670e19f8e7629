using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Makes the first person, an administrator everywhere, and the first plant where an import has not made one; refused once
/// anybody exists. Without a code the plant's comes from its name. Answers the person's id; the password is kept elsewhere.
/// </summary>
[Needs(Permission.Administer)]
public sealed record SetUpFirstAdministrator(
    string Name, string UserName, string? Email, Language Language, string PlantName, string? PlantCode = null,
    string TimeZone = "Europe/Paris") : ICommand<Made>;

/// <inheritdoc cref="SetUpFirstAdministrator"/>
public sealed class SetUpFirstAdministratorHandler(IOrganisationStore organisation, IEvents events, TimeProvider clock)
    : IRequestHandler<SetUpFirstAdministrator, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SetUpFirstAdministrator request, CancellationToken cancellationToken)
    {
        if (await organisation.AnyPerson(cancellationToken))
        {
            return Refusal.Conflict("alreadySetUp");
        }

        var needsPlant = (await organisation.Plants(cancellationToken)).Count == 0;
        var code = Words.Given(request.PlantCode)?.ToUpperInvariant() ?? Words.Code(request.PlantName);
        List<Refusal?> checks = [.. PersonRules.Check(request.Name, request.UserName, request.Email)];
        if (needsPlant)
        {
            checks.Add(Words.Missing("plantName", request.PlantName) ?? Words.TooLong("plantName", request.PlantName, Words.InName));
            checks.Add(code.Length is > 0 and <= PersonRules.LongestCode ? null : Refusal.Invalid("plantCode", "plantCodeNeeded"));
            checks.Add(TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _)
                ? null
                : Refusal.Invalid("timeZone", "timeZoneUnknown", ("timeZone", request.TimeZone)));
        }

        if (Refusal.All(checks) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var person = Person.Create(
            Guid.CreateVersion7(now), PersonKind.Human, request.Name.Trim(), request.UserName.Trim(), Words.Given(request.Email),
            request.Language, [], Role.Admin);
        organisation.Add(person);
        if (needsPlant)
        {
            organisation.Add(Plant.Create(Guid.CreateVersion7(now), code, request.PlantName.Trim(), request.TimeZone, request.Language));
        }

        // Whoever is there is called when nobody else can be reached.
        foreach (var plant in (await organisation.Plants(cancellationToken)).Where(p => p.FallbackIds.Count == 0))
        {
            plant.FallBackOn([person.Id]);
            organisation.Save(plant);
            events.Raise(new OrganisationChanged(plant.Id, plant.Id, "plant"));
        }

        events.Raise(new OrganisationChanged(null, person.Id, "person"));
        return (Made)person.Id;
    }
}
