using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Organisation;

[GraphQLName("Calendar")]
[GraphQLDescription("When a plant or an area works, in plant time.")]
public sealed class CalendarNode(CalendarView view, OrganisationPicture picture)
{
    public PlantNode Plant => new(picture.Plant(view.Calendar.PlantId)!, picture);

    [GraphQLDescription("Whose calendar it is; null: the plant's.")]
    public PlaceNode? Area => view.Calendar.AreaId is { } id && picture.Place(id) is { } area ? new(area, picture) : null;

    [GraphQLDescription("Not one that stands in: the area asked for has none of its own when this is false.")]
    public bool IsOwn => view.IsOwn;

    public IEnumerable<ShiftNode> Shifts => view.Calendar.Shifts.Select(ShiftNode.Of);

    public IReadOnlyList<ClosingDays> Closings => view.Calendar.Closings;

    public IEnumerable<SpecialDayNode> SpecialDays =>
        view.Calendar.SpecialDays.Select(s => new SpecialDayNode(s.Day, s.Name, [.. s.Shifts.Select(ShiftNode.Of)]));

    public int Version => view.Calendar.Version;

    public IEnumerable<CalendarDayNode> Next14Days =>
        view.Next14Days.Select(d => new CalendarDayNode(d.Day, d.Closed, d.Name, [.. d.Shifts.Select(ShiftRunNode.Of)]));
}

[GraphQLName("Shift")]
[GraphQLDescription("A working shift in plant time, HH:mm; one that ends before it starts goes past midnight.")]
public sealed record ShiftNode(
    string Code, string Name, string Starts, string Ends, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<ShiftBreakNode> Breaks)
{
    internal static ShiftNode Of(Shift shift) => new(
        shift.Code, shift.Name, $"{shift.Starts:HH:mm}", $"{shift.Ends:HH:mm}", shift.Days,
        [.. shift.Breaks.Select(b => new ShiftBreakNode($"{b.Starts:HH:mm}", $"{b.Ends:HH:mm}"))]);
}

[GraphQLName("ShiftBreak")]
public sealed record ShiftBreakNode(string Starts, string Ends);

[GraphQLName("SpecialDay")]
[GraphQLDescription("A day with shifts of its own instead of the week's; it wins over a closing.")]
public sealed record SpecialDayNode(DateOnly Day, string Name, IReadOnlyList<ShiftNode> Shifts);

[GraphQLName("CalendarDay")]
public sealed record CalendarDayNode(
    DateOnly Day, bool Closed, [property: GraphQLDescription("Of the closing or the special day.")] string? Name, IReadOnlyList<ShiftRunNode> Shifts);

[GraphQLName("ShiftRun")]
[GraphQLDescription("A shift of one day, as it runs: the day is the one it starts on.")]
public sealed record ShiftRunNode(string Code, string Name, DateOnly Day, DateTimeOffset Starts, DateTimeOffset Ends)
{
    internal static ShiftRunNode Of(ShiftRun run) => new(run.Shift.Code, run.Shift.Name, run.Day, run.Starts, run.Ends);
}

[GraphQLName("Team")]
public sealed class TeamNode(Team team, OrganisationPicture picture)
{
    public Guid Id => team.Id;

    public string Code => team.Code;

    public string Name => team.Name;

    public PlantNode Plant => new(picture.Plant(team.PlantId)!, picture);

    [GraphQLDescription("None: the whole plant.")]
    public IEnumerable<PlaceNode> Areas => team.AreaIds.Select(picture.Place).OfType<Place>().Select(a => new PlaceNode(a, picture));

    public IEnumerable<PersonName> Members => team.MemberIds.Select(m => picture.NamePerson(m)).OfType<PersonName>();

    [GraphQLDescription("The Monday of the rotation's first week.")]
    public DateOnly RotationStarts => team.RotationStarts;

    [GraphQLDescription("Shift codes week by week, then again from the first; null: a week off; none at all: every shift.")]
    public IReadOnlyList<string?> Rotation => team.Rotation;

    public int Version => team.Version;
}

[GraphQLName("Absence")]
public sealed class AbsenceNode(Absence absence, OrganisationPicture picture)
{
    public Guid Id => absence.Id;

    public PersonName? Person => picture.NamePerson(absence.PersonId);

    public DateTimeOffset From => absence.Starts;

    [GraphQLDescription("Back from then on.")]
    public DateTimeOffset To => absence.Ends;

    public PersonName? ReplacedBy => picture.NamePerson(absence.ReplacedById);

    public int Version => absence.Version;
}

[GraphQLName("OnShift")]
public sealed class OnShiftNode(OnShift onShift, OrganisationPicture picture)
{
    [GraphQLDescription("Null between shifts and around the clock.")]
    public ShiftRunNode? Shift => onShift.Shift is { } run ? ShiftRunNode.Of(run) : null;

    public IEnumerable<TeamNode> Teams => onShift.Teams.Select(t => new TeamNode(t, picture));

    public IEnumerable<PersonOnShiftNode> People =>
        onShift.People.Select(p => new PersonOnShiftNode(p.Person, p.Role, p.Team is { } team ? new TeamNode(team, picture) : null));
}

[GraphQLName("PersonOnShift")]
public sealed record PersonOnShiftNode(
    PersonName Person, Role Role, [property: GraphQLDescription("Null where nobody of any team has the role.")] TeamNode? Team);
