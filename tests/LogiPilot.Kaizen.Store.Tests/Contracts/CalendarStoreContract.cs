using LogiPilot.Kaizen.Core.Organisation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of calendars, teams and absences.</summary>
public abstract class CalendarStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Shift Night = new(
        "N", "Nuit", new(21, 0), new(5, 0), [DayOfWeek.Friday, DayOfWeek.Saturday], [new(new(23, 45), new(0, 15))]);

    private readonly PlantCalendar _calendar = PlantCalendar.Create(
        Samples.Id(2), Samples.Plant, null, [Night], [new(new(2026, 12, 24), new(2027, 1, 1), "Noël", true)],
        [new(new(2026, 3, 8), "Inventaire", [Night])]);

    private readonly Team _team = Team.Create(
        Samples.Id(3), Samples.Plant, new("T1", "Équipe 1", [Samples.Id(7)], [Samples.Id(9)], new(2026, 3, 2), ["N", null]));

    private readonly Absence _absence = Absence.Create(
        Samples.Id(4), Samples.Plant, Samples.Id(9), Samples.Start, Samples.Start.AddDays(2), Samples.Id(10));

    public async Task InitializeAsync() => await store.Write((ICalendarStore s) =>
    {
        s.Add(_calendar);
        s.Add(_team);
        s.Add(_absence);
    });

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Calendars_teams_and_absences_come_back_as_they_were_saved()
    {
        _calendar.Revise([Night, Shift.Daily("M", "Matin", new(5, 0), new(13, 0))], [], []);
        _team.Revise(new("T2", "Équipe 2", [], [], new(2026, 3, 9), []));
        _absence.Revise(Samples.Start, Samples.Start.AddHours(1), null);
        Assert.NotEqual(2, (await FindTeam())!.Version);
        await store.Write((ICalendarStore s) =>
        {
            s.Save(_calendar);
            s.Save(_team);
            s.Save(_absence);
        });

        Assert.Equivalent(_calendar, (await store.Ask((ICalendarStore s) => s.Calendars(Samples.Plant, default))).Single(), strict: true);
        Assert.Equivalent(_team, await FindTeam(), strict: true);
        Assert.Equivalent(_team, (await store.Ask((ICalendarStore s) => s.Teams(Samples.Plant, default))).Single(), strict: true);
        Assert.Equivalent(_absence, await store.Ask((ICalendarStore s) => s.FindAbsence(_absence.Id, default)), strict: true);
        Assert.Empty(await store.Ask((ICalendarStore s) => s.Calendars(Samples.Id(99), default)));
        Assert.Empty(await store.Ask((ICalendarStore s) => s.Teams(Samples.Id(99), default)));
    }

    [Fact]
    public async Task The_directory_knows_them_at_once_and_forgets_what_was_removed()
    {
        var directory = store.Services.GetRequiredService<IDirectory>();
        var picture = await directory.Current(default);
        Assert.Equivalent(_calendar, picture.Calendars.Single(), strict: true);
        Assert.Equivalent(_team, picture.Teams.Single(), strict: true);
        Assert.Equivalent(_absence, picture.Absences.Single(), strict: true);

        await store.Write((ICalendarStore s) =>
        {
            s.Remove(_calendar);
            s.Remove(_team);
            s.Remove(_absence);
        });

        picture = await directory.Current(default);
        Assert.Empty(picture.Calendars);
        Assert.Empty(picture.Teams);
        Assert.Empty(picture.Absences);
    }

    [Fact]
    public async Task A_plant_and_each_of_its_areas_have_one_calendar_at_most()
    {
        await store.Write((ICalendarStore s) => s.Add(PlantCalendar.Create(Samples.Id(20), Samples.Plant, Samples.Id(7), [Night])));

        foreach (var area in new Guid?[] { null, Samples.Id(7) })
        {
            await Assert.ThrowsAnyAsync<Exception>(
                () => store.Write((ICalendarStore s) => s.Add(PlantCalendar.Create(Samples.Id(21), Samples.Plant, area, [Night]))));
        }
    }

    private Task<Team?> FindTeam() => store.Ask((ICalendarStore s) => s.FindTeam(_team.Id, default));
}
