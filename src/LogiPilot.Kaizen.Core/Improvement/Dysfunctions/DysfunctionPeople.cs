using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>Who of a plant a dysfunction concerns by role or service.</summary>
public static class DysfunctionPeople
{
    /// <summary>The people of a service; of a plant that has none, its support of no service.</summary>
    public static IReadOnlyList<Guid> OfService(OrganisationPicture people, Guid plantId, SupportService service) =>
        Of(people, plantId, m => m.Service == service) is { Count: > 0 } named
            ? named
            : Of(people, plantId, m => m is { Role: Role.Support, Service: null });

    /// <summary>Whoever may decide on a proposal: the managers.</summary>
    public static IReadOnlyList<Guid> Deciders(OrganisationPicture people, Guid plantId, Guid? areaId) =>
        Of(people, plantId, m => m.Role == Role.Manager && (areaId is not { } area || m.AreaIds.Count == 0 || m.AreaIds.Contains(area))) is { Count: > 0 } own
            ? own
            : Of(people, plantId, m => m.Role == Role.Manager);

    private static List<Guid> Of(OrganisationPicture people, Guid plantId, Func<Membership, bool> holds) =>
    [
        .. people.People
            .Where(p => p is { IsActive: true, Kind: PersonKind.Human } && people.Memberships(p).Any(m => m.PlantId == plantId && holds(m)))
            .Select(p => p.Id),
    ];
}
