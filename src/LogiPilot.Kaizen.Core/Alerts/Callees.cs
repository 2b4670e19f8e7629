using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Whom a level calls for an alert at an instant: people, active and still of the plant, each once, in the order of the targets. The
/// firing, the dry run and the replay ask here.
/// </summary>
public static class Callees
{
    private static readonly Role[] Agents = [Role.Pilot, Role.Agent];

    public static Answered Ask(
        EscalationLevel level, IConcern about, bool isUrgent, OrganisationPicture people, IReach reach, DateTimeOffset at)
    {
        var called = Of(level, about, people, at);
        return new(called, called.Any(id => reach.CanReach(id, level.Channels, isUrgent, at)));
    }

    public static IReadOnlyList<Guid> Of(EscalationLevel level, IConcern about, OrganisationPicture people, DateTimeOffset at) =>
    [
        .. level.Targets.SelectMany(target => Of(target, about, people, at))
            .Where(person => IsOfPlant(person, about.PlantId, people))
            .Select(person => person.Id)
            .Distinct(),
    ];

    /// <summary>Those of a plant's fallback list who can still be called.</summary>
    public static IEnumerable<Guid> Fallback(Guid plantId, OrganisationPicture people) =>
        Known([.. (people.Plant(plantId)?.FallbackIds ?? []).Cast<Guid?>()], people).Where(p => IsOfPlant(p, plantId, people)).Select(p => p.Id);

    private static IEnumerable<Person> Of(EscalationTarget target, IConcern about, OrganisationPicture people, DateTimeOffset at) =>
        target.Kind switch
        {
            TargetKind.RoleOnShift => people.OnShift(about.PlantId, about.AreaId, at, target.Role),
            TargetKind.Team => target.TeamId is { } team ? people.TeamOnShift(team, at) : [],
            TargetKind.Person => Known([target.PersonId], people),
            TargetKind.Service => (target.Service ?? about.RoutedTo) is { } service
                ? OfService(service, about, people, at)
                : Agents.SelectMany(role => people.OnShift(about.PlantId, about.AreaId, at, role)),
            _ => Known([.. (people.Plant(about.PlantId)?.FallbackIds ?? []).Cast<Guid?>()], people),
        };

    /// <summary>Those of the service who are on shift; when none is, all of them.</summary>
    private static List<Person> OfService(SupportService service, IConcern about, OrganisationPicture people, DateTimeOffset at)
    {
        var all = people.People.Where(p => p.IsActive && p.Memberships.Any(m =>
            m.PlantId == about.PlantId && m.Service == service && RoleTable.IsOwnArea(m, about))).ToList();
        var present = all.Where(p => people.IsOnShift(p.Id, about.PlantId, at)).ToList();
        return present.Count > 0 ? present : all;
    }

    private static IEnumerable<Person> Known(IEnumerable<Guid?> ids, OrganisationPicture people) =>
        ids.Select(id => id is { } known ? people.Person(known) : null).OfType<Person>();

    private static bool IsOfPlant(Person person, Guid plantId, OrganisationPicture people) =>
        person.Kind == PersonKind.Human && people.ActorOf(person.Id) is { } actor
        && actor.Memberships.Any(m => m.PlantId == plantId && m.Role != Role.Screen);
}
