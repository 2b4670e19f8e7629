using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>What every use case on calendars, teams and absences asks first: may the actor, is the place there, is it still what the actor saw.</summary>
public sealed class CalendarBook(
    ICalendarStore calendars, IOrganisationStore organisation, Meanwhile meanwhile, IEvents events, ICurrentActor current)
{
    public Actor Actor => current.Actor;

    /// <summary>A plant that the actor administers.</summary>
    public async Task<Refusal?> Refuses(Guid plantId, CancellationToken cancellationToken) =>
        !Actor.Sees(plantId) || !(await organisation.Plants(cancellationToken)).Any(p => p.Id == plantId) ? Refusal.NotFound("plant")
        : !Actor.May(Permission.Administer, plantId) ? Refusal.Forbidden(Permission.Administer)
        : null;

    public async Task<bool> IsArea(Guid plantId, Guid areaId, CancellationToken cancellationToken) =>
        await organisation.FindPlace(areaId, cancellationToken) is { Kind: PlaceKind.Area } area && area.PlantId == plantId;

    /// <summary>A person who works in the plant; null for anybody else, gone or of another plant.</summary>
    public async Task<Person?> PersonOf(Guid plantId, Guid personId, CancellationToken cancellationToken) =>
        await organisation.FindPerson(personId, cancellationToken) is { IsActive: true, Kind: PersonKind.Human } person
        && (person.RoleEverywhere is not null || person.Memberships.Any(m => m.PlantId == plantId))
            ? person
            : null;

    /// <summary>A rotation's code that no calendar of the plant has (those given instead of the kept ones), with its team.</summary>
    public async Task<(Team Team, string Code)?> Orphan(
        Guid plantId, IEnumerable<PlantCalendar> calendarsThen, CancellationToken cancellationToken)
    {
        var codes = Codes(calendarsThen);
        return (await calendars.Teams(plantId, cancellationToken))
            .SelectMany(t => t.Rotation.OfType<string>().Where(c => !codes.Contains(c)).Select(c => ((Team, string)?)(t, c)))
            .FirstOrDefault();
    }

    public static HashSet<string> Codes(IEnumerable<PlantCalendar> calendars) =>
        calendars.SelectMany(c => c.Shifts.Concat(c.SpecialDays.SelectMany(s => s.Shifts))).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);

    /// <param name="command">With the version that its sender saw.</param>
    /// <param name="id">Null when the thing is no more, or not yet.</param>
    public Task<Refusal?> Stale(CommandOn command, Guid plantId, Guid? id, int? version, CancellationToken cancellationToken) =>
        meanwhile.Refuses(command, plantId, id, version ?? 0, cancellationToken);

    public Made TellCalendar(Guid plantId, Guid id)
    {
        events.Raise(new CalendarChanged(plantId, id));
        return Tell(plantId, id, "calendar");
    }

    public Made Tell(Guid plantId, Guid id, string what)
    {
        events.Raise(new OrganisationChanged(plantId, id, what));
        return id;
    }
}
