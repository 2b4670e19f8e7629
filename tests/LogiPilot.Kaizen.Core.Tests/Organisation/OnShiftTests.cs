using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Organisation;

/// <summary>
/// Two areas; teams of the morning and the afternoon that change places every week, from Monday 2 March 2026, in the first area and a
/// team of its own in the second. Nobody of any team is a manager.
/// </summary>
public sealed class OnShiftTests
{
    private static readonly Guid PlantId = Id(1);
    private static readonly Guid Frames = Id(2);
    private static readonly Guid Paint = Id(3);
    private static readonly DateTimeOffset Morning = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Night = new(2026, 3, 3, 23, 0, 0, TimeSpan.Zero);

    private readonly List<Person> _people =
    [
        Of(10, "Agnès", Role.Agent), Of(11, "Basile", Role.Agent), Of(12, "Carole", Role.TeamLeader, Frames), Of(13, "Denis", Role.TeamLeader, Frames),
        Of(14, "Emma", Role.TeamLeader, Paint), Of(15, "Fred", Role.Manager), Of(16, "Gilles", Role.Agent), Of(17, "Mur", Role.Screen),
    ];

    private readonly List<Absence> _absences = [];

    private readonly List<Team> _teams =
    [
        Team.Create(Id(20), PlantId, new("T1", "Équipe 1", [Frames], [Id(10), Id(12)], new(2026, 3, 2), ["M", "A"])),
        Team.Create(Id(21), PlantId, new("T2", "Équipe 2", [Frames], [Id(11), Id(13)], new(2026, 3, 2), ["A", "M"])),
        Team.Create(Id(22), PlantId, new("T3", "Équipe 3", [Paint], [Id(14)], new(2026, 3, 2), ["M", null])),
    ];

    [Fact]
    public void The_rotation_says_week_by_week_which_team_works_a_shift()
    {
        Assert.Equal(["T1"], Teams(Frames, Morning));
        Assert.Equal(["T2"], Teams(Frames, Morning.AddHours(6)));
        Assert.Equal(["T2"], Teams(Frames, Morning.AddDays(7)));
        Assert.Equal(["T1"], Teams(Frames, Morning.AddDays(-14)));
        Assert.Equal(["T1", "T3"], Teams(null, Morning));
        Assert.Empty(Teams(Paint, Morning.AddDays(7)));
        Assert.Empty(Teams(Frames, Night));
    }

    [Fact]
    public void On_shift_are_the_teams_people_of_a_role_and_everybody_of_a_role_that_no_team_has()
    {
        Assert.Equal(["Agnès"], OnShift(Frames, Morning, Role.Agent));
        Assert.Equal(["Basile"], OnShift(Frames, Morning.AddHours(6), Role.Agent));
        Assert.Empty(OnShift(Paint, Morning, Role.Agent));
        Assert.Equal(["Fred"], OnShift(Frames, Morning, Role.Manager));
        Assert.Equal(["Fred"], OnShift(Frames, Night, Role.Manager));
        Assert.Equal(["Agnès", "Carole", "Fred"], OnShift(Frames, Morning, null));
        Assert.Equal(["Carole"], Picture().TeamOnShift(Id(20), Morning).Select(p => p.Name).Except(["Agnès"]));
        Assert.Empty(Picture().TeamOnShift(Id(21), Morning));
    }

    [Fact]
    public void The_absent_are_replaced_while_they_are_away_unless_who_stands_in_is_away_too()
    {
        _absences.Add(Absence.Create(Id(30), PlantId, Id(10), Morning, Morning.AddHours(2), Id(16)));
        Assert.Equal(["Gilles"], OnShift(Frames, Morning, Role.Agent));
        Assert.True(Picture().IsOnShift(Id(16), PlantId, Morning));
        Assert.False(Picture().IsOnShift(Id(10), PlantId, Morning));
        Assert.Equal(["Agnès"], OnShift(Frames, Morning.AddHours(2), Role.Agent));

        _absences.Add(Absence.Create(Id(31), PlantId, Id(16), Morning.AddDays(-1), Morning.AddDays(1), null));
        Assert.Empty(OnShift(Frames, Morning, Role.Agent));
    }

    [Fact]
    public void Without_calendar_the_areas_team_is_on_shift_and_of_a_role_that_it_has_not_everybody()
    {
        Assert.Equal(["Agnès", "Basile"], Names(Picture(hasCalendar: false).OnShift(PlantId, Frames, Night, Role.Agent)));
        Assert.Equal(["Agnès", "Basile", "Gilles"], Names(Picture(hasCalendar: false).OnShift(PlantId, Paint, Night, Role.Agent)));
        Assert.Equal(["Emma"], Names(Picture(hasCalendar: false).OnShift(PlantId, Paint, Night, Role.TeamLeader)));
        Assert.Null(Picture(hasCalendar: false).EndOfShiftOf(Id(10), PlantId, Night));
        _teams.Clear();
        Assert.Equal(["Carole", "Denis"], Names(Picture(hasCalendar: false).OnShift(PlantId, Frames, Night, Role.TeamLeader)));
    }

    [Fact]
    public void Who_left_the_plant_or_is_no_longer_active_is_never_on_shift()
    {
        _people[0] = Person.Create(Id(10), PersonKind.Human, "Agnès", "agnes", null, Language.Fr, [new(Id(9), Role.Agent, [])]);
        _people[1] = Person.Create(Id(11), PersonKind.Program, "Basile", null, null, Language.Fr, [new(PlantId, Role.Agent, [])]);

        Assert.Equal(["Gilles"], OnShift(Frames, Morning, Role.Agent));
        Assert.False(Picture().IsOnShift(Id(10), PlantId, Morning));
    }

    [Fact]
    public void A_shift_ends_for_a_person_when_the_teams_does_and_else_with_the_plants()
    {
        var picture = Picture();

        Assert.Equal(Morning.AddHours(4), picture.EndOfShiftOf(Id(10), PlantId, Morning));
        Assert.Equal(Morning.AddHours(4), picture.EndOfShiftOf(Id(11), PlantId, Morning));
        Assert.Equal(Morning.AddHours(4), picture.EndOfShiftOf(Id(15), PlantId, Morning));
        Assert.Null(picture.EndOfShiftOf(Id(10), PlantId, Night));
    }

    [Fact]
    public void An_area_works_by_its_own_calendar_where_it_has_one()
    {
        var own = PlantCalendar.Create(Id(41), PlantId, Paint, [Shift.Daily("N", "Nuit", new(21, 0), new(5, 0))]);
        var picture = new OrganisationPicture([Plant], Places, _people, [Calendar, own], _teams);

        Assert.Equal("N", picture.Calendar(PlantId, Paint).ShiftAt(Night)?.Shift.Code);
        Assert.Null(picture.Calendar(PlantId, Frames).ShiftAt(Night));
        Assert.True(picture.Calendar(Id(99), null).IsAroundTheClock);
    }

    [Fact]
    public void An_area_has_a_leader_on_shift_when_one_of_its_own_works()
    {
        Assert.True(Picture().HasLeaderOnShift(PlantId, Frames, Morning));
        Assert.False(Picture().HasLeaderOnShift(PlantId, Paint, Morning.AddDays(7)));
        Assert.False(Picture().HasLeaderOnShift(PlantId, Frames, Night));
        Assert.Empty(Picture().ActorOf(Id(12), Morning)!.LeaderlessAreaIds);
        Assert.Equal([Paint], Picture().ActorOf(Id(12), Morning.AddDays(7))!.LeaderlessAreaIds);
        Assert.Equal([Frames, Paint], Picture().ActorOf(Id(12), Night)!.LeaderlessAreaIds);
        Assert.Empty(Picture().ActorOf(Id(10), Night)!.LeaderlessAreaIds);
        Assert.Empty(Picture().ActorOf(Id(12))!.LeaderlessAreaIds);
    }

    private static Plant Plant { get; } = Plant.Create(PlantId, "ROA", "Roanne", "Europe/Paris", Language.Fr);

    private static List<Place> Places { get; } =
    [
        Place.Create(Frames, PlantId, PlaceKind.Area, "CAD", "Cadres", "A-CAD", null, null, 1),
        Place.Create(Paint, PlantId, PlaceKind.Area, "PEI", "Peinture", "A-PEI", null, null, 2),
    ];

    private static PlantCalendar Calendar { get; } = PlantCalendar.Create(
        Id(40), PlantId, null, [Shift.Daily("M", "Matin", new(5, 0), new(13, 0)), Shift.Daily("A", "Après-midi", new(13, 0), new(21, 0))]);

    private OrganisationPicture Picture(bool hasCalendar = true) =>
        new([Plant], Places, _people, hasCalendar ? [Calendar] : [], _teams, _absences);

    private IEnumerable<string> Teams(Guid? areaId, DateTimeOffset at) => Picture().TeamsOnShift(PlantId, areaId, at).Select(t => t.Code);

    private IEnumerable<string> OnShift(Guid? areaId, DateTimeOffset at, Role? role) => Names(Picture().OnShift(PlantId, areaId, at, role));

    private static IEnumerable<string> Names(IReadOnlyList<Person> people) => people.Select(p => p.Name);

    private static Person Of(int number, string name, Role role, params Guid[] areas) => Person.Create(
        Id(number), PersonKind.Human, name, name, null, Language.Fr, [new Membership(PlantId, role, areas)]);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
