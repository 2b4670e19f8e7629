using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Who of a plant is told of what nobody owns yet.</summary>
internal static class PlantLeaders
{
    /// <summary>The team leaders of an area; of what is of no area, and where an area has no leader, the managers.</summary>
    public static List<Guid> LeadersOf(this OrganisationPicture organisation, Guid plantId, Guid? areaId)
    {
        var leaders = areaId is { } area ? organisation.Holders(plantId, Role.TeamLeader, m => m.AreaIds.Count == 0 || m.AreaIds.Contains(area)) : [];
        return leaders.Count > 0 ? leaders : organisation.Managers(plantId);
    }

    public static List<Guid> Managers(this OrganisationPicture organisation, Guid plantId) => organisation.Holders(plantId, Role.Manager, _ => true);

    /// <summary>The people of a support service.</summary>
    public static List<Guid> Support(this OrganisationPicture organisation, Guid plantId, SupportService service) =>
        organisation.Holders(plantId, Role.Support, m => m.Service is null || m.Service == service);

    private static List<Guid> Holders(this OrganisationPicture organisation, Guid plantId, Role role, Func<Membership, bool> holds) =>
    [
        .. organisation.People
            .Where(p => organisation.Memberships(p).Any(m => m.PlantId == plantId && m.Role == role && holds(m)))
            .Select(p => p.Id),
    ];
}
