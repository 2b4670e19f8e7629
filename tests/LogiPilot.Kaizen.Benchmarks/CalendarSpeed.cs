using System.Diagnostics;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>What a calendar's answers cost, in a plant of three shifts with pauses, and what asking who is on shift costs with 200 people.</summary>
internal static class CalendarSpeed
{
    private const int Times = 100_000;
    private const int People = 200;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static string Measure()
    {
        var picture = Picture();
        var plant = picture.Plants[0].Id;
        var first = Stopwatch.StartNew();
        _ = picture.Calendar(plant, null).WorkingTime(Start, Start.AddDays(90));
        var cold = first.Elapsed;
        return $"90 days of working time: {cold.TotalMicroseconds:N0} µs at first, then "
            + $"{Each(i => picture.Calendar(plant, null).WorkingTime(At(i), At(i).AddDays(90)))}; 8 h of work later: "
            + $"{Each(i => picture.Calendar(plant, null).After(At(i), TimeSpan.FromHours(8)))}; running shift: "
            + $"{Each(i => picture.Calendar(plant, null).ShiftAt(At(i)))}; who of a role of {People} people is on shift: "
            + $"{Each(i => picture.OnShift(plant, null, At(i), Role.TeamLeader))}";
    }

    private static DateTimeOffset At(int i) => Start.AddMinutes(i % 20_000);

    private static string Each<T>(Func<int, T> ask)
    {
        for (var i = 0; i < Times / 10; i++) _ = ask(i);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++) _ = ask(i);
        return $"{watch.Elapsed.TotalMicroseconds / Times:N2} µs";
    }

    private static OrganisationPicture Picture()
    {
        Guid Id() => Guid.CreateVersion7(Start);
        var plant = Plant.Create(Id(), "P", "Plant", "Europe/Paris", Language.Fr);
        List<ShiftBreak> pauses = [new(new(2, 0), new(2, 30)), new(new(9, 0), new(9, 30)), new(new(17, 0), new(17, 30))];
        var shifts = Enumerable.Range(0, 3).Select(i => new Shift(
            $"S{i}", $"Shift {i}", new(((8 * i) + 5) % 24, 0), new(((8 * i) + 13) % 24, 0),
            [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], pauses)).ToList();
        List<ClosingDays> closings = [new(new(2025, 12, 24), new(2026, 1, 2), "Noël", true), new(new(2026, 5, 1), new(2026, 5, 1), "1er mai", true)];
        var people = Enumerable.Range(0, People).Select(i => Person.Create(
            Id(), PersonKind.Human, $"Person {i}", $"p{i}", null, Language.Fr,
            [new(plant.Id, i % 10 == 0 ? Role.TeamLeader : Role.Agent, [])])).ToList();
        var teams = Enumerable.Range(0, 6).Select(t => Team.Create(Id(), plant.Id, new(
            $"T{t}", $"Team {t}", [], [.. people.Where((_, i) => i % 6 == t).Select(p => p.Id)], new(2026, 1, 5), [$"S{t % 3}", $"S{(t + 1) % 3}", null])));
        return new([plant], [], people, [PlantCalendar.Create(Id(), plant.Id, null, shifts, closings)], [.. teams]);
    }
}
