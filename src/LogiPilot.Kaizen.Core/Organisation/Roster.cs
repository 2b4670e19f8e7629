using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Calendars, teams and absences of a picture, ready to be asked who is on shift: thousands of times in one sweep.</summary>
internal sealed class Roster
{
    private static readonly Role[] Working = [.. Enum.GetValues<Role>().Where(r => r != Role.Screen)];

    private readonly OrganisationPicture _picture;
    private readonly Dictionary<(Guid PlantId, Guid? AreaId), Lazy<WorkCalendar>> _calendars = [];
    private readonly ILookup<Guid, Team> _teams;
    private readonly Dictionary<Guid, Team> _teamsById;
    private readonly ILookup<Guid, Absence> _absences;
    private readonly ILookup<(Guid PlantId, Guid PersonId), Membership> _posts;
    private readonly ILookup<(Guid PlantId, Role Role), (Person Person, Membership Membership)> _holders;

    public Roster(OrganisationPicture picture)
    {
        _picture = picture;
        foreach (var plant in picture.Plants)
        {
            _calendars[(plant.Id, null)] = new(() => WorkCalendar.AroundTheClock(ZoneOf(plant)));
        }

        foreach (var calendar in picture.Calendars)
        {
            _calendars[(calendar.PlantId, calendar.AreaId)] = new(() => WorkCalendar.Of(calendar, ZoneOf(picture.Plant(calendar.PlantId)!)));
        }

        _teams = picture.Teams.ToLookup(t => t.PlantId);
        _teamsById = picture.Teams.ToDictionary(t => t.Id);
        _absences = picture.Absences.ToLookup(a => a.PersonId);
        List<(Person Person, Membership Membership)> posts =
        [
            .. picture.People.Where(p => p is { IsActive: true, Kind: PersonKind.Human })
                .SelectMany(p => picture.Memberships(p).Where(m => m.Role != Role.Screen).Select(m => (p, m))),
        ];
        _posts = posts.ToLookup(p => (p.Membership.PlantId, p.Person.Id), p => p.Membership);
        _holders = posts.ToLookup(p => (p.Membership.PlantId, p.Membership.Role));
    }

    public WorkCalendar Calendar(Guid plantId, Guid? areaId) =>
        _calendars.TryGetValue((plantId, areaId), out var own) ? own.Value
        : _calendars.TryGetValue((plantId, null), out var plants) ? plants.Value
        : WorkCalendar.AroundTheClock(TimeZoneInfo.Utc);

    public IReadOnlyList<Person> OnShift(Guid plantId, Guid? areaId, DateTimeOffset at, Role? role)
    {
        var teams = Calendar(plantId, areaId).IsAroundTheClock ? [.. _teams[plantId].Where(t => t.Covers(areaId))] : _teams[plantId].ToList();
        var standing = TeamsOnShift(plantId, areaId, at).SelectMany(t => Standing(t, at)).ToHashSet();
        var onShift = (role is { } only ? [only] : Working).SelectMany(asked => OfRole(plantId, areaId, asked, teams, standing));
        return [.. onShift.Distinct().OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    public List<Team> TeamsOnShift(Guid plantId, Guid? areaId, DateTimeOffset at)
    {
        var calendar = Calendar(plantId, areaId);
        var running = calendar.ShiftsAt(at);
        return [.. _teams[plantId].Where(t => t.Covers(areaId) && (calendar.IsAroundTheClock || running.Any(r => t.Works(r.Shift.Code, r.Day))))];
    }

    public IReadOnlyList<Person> TeamOnShift(Guid teamId, DateTimeOffset at)
    {
        if (!_teamsById.TryGetValue(teamId, out var team))
        {
            return [];
        }

        var areas = team.AreaIds.Count > 0 ? team.AreaIds.Select(a => (Guid?)a) : Areas(team.PlantId);
        return areas.Any(a => TeamsOnShift(team.PlantId, a, at).Contains(team)) ? [.. Standing(team, at)] : [];
    }

    public bool IsOnShift(Guid personId, Guid plantId, DateTimeOffset at) =>
        _posts[(plantId, personId)].Any()
        && Areas(plantId).Any(area => OnShift(plantId, area, at, null).Any(p => p.Id == personId));

    public DateTimeOffset? EndOfShiftOf(Guid personId, Guid plantId, DateTimeOffset at)
    {
        var teams = _teams[plantId].Where(t => Standing(t, at).Any(p => p.Id == personId)).ToList();
        var ends = Areas(plantId)
            .SelectMany(area => Calendar(plantId, area).ShiftsAt(at).Where(run => teams.Exists(t => t.Covers(area) && t.Works(run.Shift.Code, run.Day))))
            .Select(run => (DateTimeOffset?)run.Ends);
        return ends.Max() ?? Calendar(plantId, null).EndOfShift(at);
    }

    public bool HasLeaderOnShift(Guid plantId, Guid? areaId, DateTimeOffset at) =>
        OnShift(plantId, areaId, at, Role.TeamLeader).Any(p => Holds(plantId, p.Id, Role.TeamLeader, areaId));

    /// <summary>The areas of a plant without a team leader of their own on shift.</summary>
    public IEnumerable<Guid> Leaderless(Guid plantId, DateTimeOffset at) =>
        Areas(plantId).OfType<Guid>().Where(area => !HasLeaderOnShift(plantId, area, at));

    private IEnumerable<Person> OfRole(Guid plantId, Guid? areaId, Role role, List<Team> teams, HashSet<Person> standing)
    {
        if (!teams.Exists(t => t.MemberIds.Any(m => Holds(plantId, m, role, null))))
        {
            return _holders[(plantId, role)].Where(h => IsIn(h.Membership, areaId)).Select(h => h.Person);
        }

        var ofRole = standing.Where(p => Holds(plantId, p.Id, role, null)).ToList();
        var ofArea = ofRole.Where(p => Holds(plantId, p.Id, role, areaId)).ToList();
        return ofArea.Count > 0 ? ofArea : ofRole;
    }

    /// <summary>A team's people at an instant: who is not absent, and who stands in for the absent without being absent too.</summary>
    private IEnumerable<Person> Standing(Team team, DateTimeOffset at) => team.MemberIds
        .Select(member => Away(team.PlantId, member, at) is { } absence ? absence.ReplacedById : member)
        .OfType<Guid>()
        .Where(id => _posts[(team.PlantId, id)].Any() && Away(team.PlantId, id, at) is null)
        .Distinct()
        .Select(id => _picture.Person(id)!);

    private Absence? Away(Guid plantId, Guid personId, DateTimeOffset at) =>
        _absences[personId].FirstOrDefault(a => a.PlantId == plantId && a.Holds(at));

    /// <summary>The areas of a plant that may differ, and none: the plant as a whole.</summary>
    private IEnumerable<Guid?> Areas(Guid plantId) =>
        _picture.Places.Where(p => p.PlantId == plantId && p.Kind == PlaceKind.Area).Select(p => (Guid?)p.Id).Prepend(null);

    private bool Holds(Guid plantId, Guid personId, Role role, Guid? areaId) =>
        _posts[(plantId, personId)].Any(m => m.Role == role && IsIn(m, areaId));

    private static TimeZoneInfo ZoneOf(Plant plant) => TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone);

    private static bool IsIn(Membership membership, Guid? areaId) =>
        membership.AreaIds.Count == 0 || areaId is not { } area || membership.AreaIds.Contains(area);
}
