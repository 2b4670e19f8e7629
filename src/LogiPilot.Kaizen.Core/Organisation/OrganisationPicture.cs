using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>An immutable picture of plants, places, people, calendars and teams, indexed by id; asked by the writer and by readers alike.</summary>
public sealed class OrganisationPicture
{
    private readonly Dictionary<Guid, Plant> _plants;
    private readonly Dictionary<Guid, Place> _places;
    private readonly Dictionary<Guid, Person> _people;
    private readonly Roster _roster;

    public OrganisationPicture(
        IReadOnlyList<Plant> plants, IReadOnlyList<Place> places, IReadOnlyList<Person> people,
        IReadOnlyList<PlantCalendar>? calendars = null, IReadOnlyList<Team>? teams = null, IReadOnlyList<Absence>? absences = null)
    {
        (Plants, Places, People) = (plants, places, people);
        (Calendars, Teams, Absences) = (calendars ?? [], teams ?? [], absences ?? []);
        _plants = plants.ToDictionary(p => p.Id);
        _places = places.ToDictionary(p => p.Id);
        _people = people.ToDictionary(p => p.Id);
        _roster = new Roster(this);
    }

    /// <summary>In order of code.</summary>
    public IReadOnlyList<Plant> Plants { get; }

    /// <summary>In order of rank, then code.</summary>
    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<Person> People { get; }

    public IReadOnlyList<PlantCalendar> Calendars { get; }

    /// <summary>In order of code.</summary>
    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Absence> Absences { get; }

    public Plant? Plant(Guid id) => _plants.GetValueOrDefault(id);

    public Place? Place(Guid id) => _places.GetValueOrDefault(id);

    public Person? Person(Guid id) => _people.GetValueOrDefault(id);

    public Named? Name(Guid? placeId) => placeId is { } id && Place(id) is { } place ? new(place.Id, place.Code, place.Name) : null;

    public PersonName? NamePerson(Guid? personId) =>
        personId is { } id && Person(id) is { } person ? new(person.Id, person.Name) : null;

    /// <summary>The actor that a person is; null when unknown or no longer active.</summary>
    public Actor? ActorOf(Guid personId) => Person(personId) is { IsActive: true } person
        ? new Actor(person.Id, person.Name, person.Language, Memberships(person), person.RoleEverywhere)
        : null;

    /// <summary>The actor that a person is at an instant: who is on shift then decides which areas a leader stands in for.</summary>
    public Actor? ActorOf(Guid personId, DateTimeOffset at) => ActorOf(personId) is not { } actor ? null
        : actor with { LeaderlessAreaIds = [.. actor.Memberships.Where(m => m.Role == Role.TeamLeader).SelectMany(m => _roster.Leaderless(m.PlantId, at)).Distinct()] };

    /// <summary>What a person is in each plant, a role everywhere included.</summary>
    public IReadOnlyList<Membership> Memberships(Person person) => person.RoleEverywhere is { } role
        ? [.. person.Memberships, .. Plants.Select(p => new Membership(p.Id, role, []))]
        : person.Memberships;

    /// <summary>When an area works: its own calendar, else the plant's, else around the clock.</summary>
    public WorkCalendar Calendar(Guid plantId, Guid? areaId) => _roster.Calendar(plantId, areaId);

    /// <summary>What <see cref="Calendar"/> is made of; null around the clock.</summary>
    public PlantCalendar? CalendarKept(Guid plantId, Guid? areaId) =>
        Calendars.FirstOrDefault(c => c.PlantId == plantId && c.AreaId is { } own && own == areaId)
        ?? Calendars.FirstOrDefault(c => c.PlantId == plantId && c.AreaId is null);

    /// <summary>
    /// Who is on shift in an area (none: anywhere in the plant), by name. With a calendar: who of the teams that cover the area has
    /// the running shift, the absent replaced; of a role that no team of the plant has, everybody. Without: the area's teams; of a
    /// role that they do not have, everybody. Of a role asked for, those who hold it in the area come alone where there are some.
    /// Only active people of the plant; never programs and screens.
    /// </summary>
    public IReadOnlyList<Person> OnShift(Guid plantId, Guid? areaId, DateTimeOffset at, Role? role = null) =>
        _roster.OnShift(plantId, areaId, at, role);

    /// <summary>The teams that cover an area and have a running shift there; without calendar, those that cover it.</summary>
    public IReadOnlyList<Team> TeamsOnShift(Guid plantId, Guid? areaId, DateTimeOffset at) => _roster.TeamsOnShift(plantId, areaId, at);

    /// <summary>The people who stand in a team while it has a running shift in one of its areas, the absent replaced; else nobody.</summary>
    public IReadOnlyList<Person> TeamOnShift(Guid teamId, DateTimeOffset at) => _roster.TeamOnShift(teamId, at);

    /// <summary>Whether a person is on shift in some area of the plant.</summary>
    public bool IsOnShift(Guid personId, Guid plantId, DateTimeOffset at) => _roster.IsOnShift(personId, plantId, at);

    /// <summary>
    /// When the shift ends in which a person works: the latest of the person's teams, else (of no team, or not on shift) the plant's
    /// running one. Null between shifts and without calendar.
    /// </summary>
    public DateTimeOffset? EndOfShiftOf(Guid personId, Guid plantId, DateTimeOffset at) => _roster.EndOfShiftOf(personId, plantId, at);

    /// <summary>Whether a team leader of the area (none: of any) is on shift.</summary>
    public bool HasLeaderOnShift(Guid plantId, Guid? areaId, DateTimeOffset at) => _roster.HasLeaderOnShift(plantId, areaId, at);
}
