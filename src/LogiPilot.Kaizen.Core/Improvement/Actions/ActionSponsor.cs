using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>Who looks after an action that stands alone: a team leader of its area.</summary>
internal static class ActionSponsor
{
    /// <summary>
    /// Of those who lead the area, other than who does it: the one who plans it, else one on shift, else the first by name. Without one, a
    /// manager; without any, nobody.
    /// </summary>
    public static Guid? Of(Guid plantId, Guid? areaId, Guid ownerId, Actor planner, OrganisationPicture people, DateTimeOffset now)
    {
        return First(Role.TeamLeader) ?? First(Role.Manager);

        Guid? First(Role role) => people.People
            .Where(p => p is { IsActive: true, Kind: PersonKind.Human } && p.Id != ownerId && Holds(p, role))
            .OrderBy(p => p.Id != planner.PersonId)
            .ThenBy(p => !people.IsOnShift(p.Id, plantId, now))
            .ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => (Guid?)p.Id).FirstOrDefault();

        bool Holds(Person person, Role role) => people.Memberships(person).Any(m =>
            m.PlantId == plantId && m.Role == role
            && (role == Role.Manager || m.AreaIds.Count == 0 || areaId is not { } area || m.AreaIds.Contains(area)));
    }

    /// <summary>Team leaders and managers of the plant, and its administrators.</summary>
    public static bool May(Guid personId, Guid plantId, OrganisationPicture people) =>
        people.ActorOf(personId) is { } actor && actor.May(Permission.SponsorPlan, plantId);

    /// <summary>The area that a person works in, when it is one alone.</summary>
    public static Guid? AreaOf(Guid personId, Guid plantId, OrganisationPicture people) =>
        people.Person(personId) is { } person
            && people.Memberships(person).Where(m => m.PlantId == plantId).SelectMany(m => m.AreaIds).Distinct().ToList() is [var only]
            ? only
            : null;
}
