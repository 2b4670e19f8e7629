using LogiPilot.Kaizen.Core.Organisation;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Organisation.Calendars;

/// <summary>A plant in Paris: morning and afternoon with half an hour's pause, a night shift, Monday to Friday.</summary>
public sealed class WorkCalendarTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly Shift Morning = new("M", "Matin", new(5, 0), new(13, 0), Week, [new(new(9, 0), new(9, 30))]);

    private static readonly Shift Afternoon = new("A", "Après-midi", new(13, 0), new(21, 0), Week, [new(new(17, 0), new(17, 30))]);

    private static readonly Shift Night = new("N", "Nuit", new(21, 0), new(5, 0), Week, [new(new(23, 45), new(0, 15))]);

    [Fact]
    public void A_weekend_and_a_pause_are_no_working_time()
    {
        var calendar = Of(Morning, Afternoon);

        Assert.Equal(TimeSpan.FromHours(1.5), calendar.WorkingTime(Local(3, 6, 20, 0), Local(3, 9, 5, 30)));
        Assert.Equal(Local(3, 9, 5, 30), calendar.After(Local(3, 6, 20, 0), TimeSpan.FromHours(1.5)));
        Assert.Equal(Local(3, 9, 9, 45), calendar.After(Local(3, 9, 8, 45), TimeSpan.FromMinutes(30)));
        Assert.False(calendar.IsWorking(Local(3, 9, 9, 29)));
        Assert.True(calendar.IsWorking(Local(3, 9, 9, 30)));
    }

    [Fact]
    public void Work_is_over_at_the_end_of_a_shift_not_at_the_start_of_the_next() =>
        Assert.Equal(Local(3, 6, 21, 0), Of(Morning, Afternoon).After(Local(3, 6, 20, 0), TimeSpan.FromHours(1)));

    [Fact]
    public void A_night_shift_belongs_to_the_day_it_starts_on_and_takes_its_pause_over_midnight()
    {
        var calendar = Of(Morning, Afternoon, Night);
        var run = calendar.ShiftAt(Local(3, 7, 4, 59));

        Assert.Equal(("N", new DateOnly(2026, 3, 6)), (run?.Shift.Code, run!.Day));
        Assert.Equal(Local(3, 7, 5, 0), calendar.EndOfShift(Local(3, 6, 22, 0)));
        Assert.Null(calendar.ShiftAt(Local(3, 7, 5, 0)));
        Assert.Equal(TimeSpan.FromHours(7.5), calendar.WorkingTime(run.Starts, run.Ends));
        Assert.Equal(TimeSpan.Zero, calendar.WorkingTime(Local(3, 6, 23, 45), Local(3, 7, 0, 15)));
    }

    [Theory]
    [InlineData(3, 28, 6.5)]
    [InlineData(10, 24, 8.5)]
    public void A_night_that_the_clock_changes_in_is_an_hour_shorter_or_longer(int month, int day, double hours)
    {
        var calendar = Of(Night with { Days = [DayOfWeek.Saturday] });
        var run = calendar.NextShift(Local(month, day, 12, 0))!;

        Assert.Equal(TimeSpan.FromHours(hours), calendar.WorkingTime(run.Starts, run.Ends));
    }

    [Fact]
    public void On_a_closing_day_no_shift_starts_every_year_and_a_special_day_wins()
    {
        var calendar = new WorkCalendar(
            Paris, [Morning, Night], [new(new(2025, 12, 24), new(2026, 1, 1), "Noël", true)],
            [new(new(2026, 12, 27), "Inventaire", [Morning with { Days = [] }])]);

        Assert.Equal(("N", new DateOnly(2026, 12, 23)), (calendar.ShiftAt(Local(12, 24, 2, 0))?.Shift.Code, calendar.ShiftAt(Local(12, 24, 2, 0))!.Day));
        Assert.Null(calendar.ShiftAt(Local(12, 24, 8, 0)));
        Assert.Equal("Noël", calendar.Day(new(2026, 12, 31)).Name);
        Assert.True(calendar.Day(new(2026, 12, 31)).Closed);
        Assert.Equal(new DateOnly(2026, 12, 27), calendar.NextShift(Local(12, 24, 8, 0))?.Day);
        Assert.False(new ClosingDays(new(2025, 12, 24), new(2026, 1, 1), "Noël", true).Covers(new(2024, 12, 24)));
        Assert.False(new ClosingDays(new(2024, 2, 29), new(2024, 2, 29), "29", true).Covers(new(2026, 3, 1)));
        Assert.True(new ClosingDays(new(2024, 2, 29), new(2024, 2, 29), "29", true).Covers(new(2028, 2, 29)));
    }

    [Fact]
    public void The_shift_that_follows_one_is_the_next_from_its_end_and_of_two_at_once_the_first_named_runs()
    {
        var office = new Shift("J", "Journée", new(8, 0), new(17, 0), Week, []);
        var calendar = Of(Morning, Afternoon, office);
        var run = calendar.ShiftAt(Local(3, 6, 9, 0))!;

        Assert.Equal("M", run.Shift.Code);
        Assert.Equal("A", calendar.NextShift(run.Ends)?.Shift.Code);
        Assert.Equal(["A", "J"], calendar.ShiftsAt(Local(3, 6, 14, 0)).Select(r => r.Shift.Code));
    }

    [Fact]
    public void Nothing_is_found_beyond_400_days()
    {
        var calendar = new WorkCalendar(Paris, [Morning], [new(new(2026, 1, 1), new(2030, 1, 1), "closed", false)], []);

        Assert.Null(calendar.After(Local(3, 6, 8, 0), TimeSpan.FromMinutes(1)));
        Assert.Null(calendar.NextShift(Local(3, 6, 8, 0)));
        Assert.Null(Of(Morning).After(Local(3, 6, 8, 0), TimeSpan.FromHours(4_000)));
    }

    [Fact]
    public void Around_the_clock_every_minute_is_work_and_no_shift_ends()
    {
        var calendar = WorkCalendar.AroundTheClock(Paris);

        Assert.True(calendar.IsAroundTheClock);
        Assert.Equal(TimeSpan.FromDays(90), calendar.WorkingTime(Local(3, 6, 0, 0), Local(3, 6, 0, 0).AddDays(90)));
        Assert.Equal(Local(3, 8, 0, 0), calendar.After(Local(3, 6, 0, 0), TimeSpan.FromDays(2)));
        Assert.Null(calendar.ShiftAt(Local(3, 6, 0, 0)));
        Assert.Null(calendar.EndOfShift(Local(3, 6, 0, 0)));
        Assert.Null(calendar.NextShift(Local(3, 6, 0, 0)));
    }

    private static WorkCalendar Of(params Shift[] shifts) => new(Paris, shifts, [], []);

    private static DateTimeOffset Local(int month, int day, int hour, int minute) =>
        LocalTime.Instant(new DateTime(2026, month, day, hour, minute, 0, DateTimeKind.Unspecified), Paris);
}
