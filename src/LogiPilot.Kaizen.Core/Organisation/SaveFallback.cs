using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Names the people of a plant who are called when nobody else can be reached: at least one, active, of the plant.</summary>
[Needs(Permission.Administer)]
public sealed record SaveFallback(Guid PlantId, IReadOnlyList<Guid> PersonIds) : CommandOn;

/// <inheritdoc cref="SaveFallback"/>
public sealed class SaveFallbackHandler(
    IOrganisationStore organisation, Meanwhile meanwhile, IDirectory directory, IEvents events, ICurrentActor current)
    : IRequestHandler<SaveFallback, Outcome<Made>>
{
    private const int MostPeople = 20;

    public async Task<Outcome<Made>> Handle(SaveFallback request, CancellationToken cancellationToken)
    {
        var plant = (await organisation.Plants(cancellationToken)).FirstOrDefault(p => p.Id == request.PlantId);
        if (plant is null || !current.Actor.Sees(plant.Id))
        {
            return Refusal.NotFound("plant");
        }

        var picture = await directory.Current(cancellationToken);
        var people = request.PersonIds.Distinct().ToList();
        var refusal = !current.Actor.May(Permission.Administer, plant.Id) ? Refusal.Forbidden(Permission.Administer)
            : await meanwhile.Refuses(request, plant.Id, plant.Id, plant.Version, cancellationToken) is { } stale ? stale
            : people.Count is 0 or > MostPeople ? Refusal.Invalid("personIds", "fallbackNeeded", ("most", MostPeople))
            : people.Any(id => !IsCallable(id, plant.Id, picture)) ? Refusal.Invalid("personIds", "fallbackNotOfPlant")
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        plant.FallBackOn(people);
        organisation.Save(plant);
        events.Raise(new OrganisationChanged(plant.Id, plant.Id, "plant"));
        return (Made)plant.Id;
    }

    private static bool IsCallable(Guid personId, Guid plantId, OrganisationPicture picture) =>
        picture.Person(personId) is { Kind: PersonKind.Human } && picture.ActorOf(personId) is { } actor
        && actor.Memberships.Any(m => m.PlantId == plantId && m.Role != Role.Screen);
}
