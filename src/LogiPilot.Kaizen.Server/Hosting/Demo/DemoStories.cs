namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>How a shortage ends: seen in time, rescued while critical, or the line stands still.</summary>
internal enum DemoEnd
{
    InTime,
    Rescued,
    RunsOut,
}

/// <summary>A shortage of one part at one line: parts are taken away, tours pass it by, and at last it is supplied.</summary>
internal sealed record DemoShortage(string Line, int Part, DateTimeOffset StartsAt, DemoEnd End, DateTimeOffset SuppliedAt);

/// <summary>Too much of one part is brought to a line, and used up over the next hour and a half.</summary>
internal sealed record DemoSurplus(string Line, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>
/// What happens when, by the clock alone: every twenty-five minutes a shortage begins somewhere, every two hours there is too much
/// somewhere, every hour somebody reports a trouble. Whoever looks at an instant finds the same stories.
/// </summary>
internal static class DemoStories
{
    private static readonly TimeSpan BetweenShortages = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan BetweenSurpluses = TimeSpan.FromHours(2);
    private static readonly TimeSpan BetweenTroubles = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan LongestShortage = TimeSpan.FromMinutes(110);

    /// <summary>The paint shop is not among them: its silent powders shall be seen.</summary>
    private static readonly string[] Round = ["ROU", "VAE", "SOU", "VTT", "EMB", "RTE", "ENF"];

    /// <summary>Shortages that begin after an instant, or have begun by it and are not supplied yet, up to another.</summary>
    public static IEnumerable<DemoShortage> Shortages(DateTimeOffset from, DateTimeOffset to) =>
        Turns(from - LongestShortage, to, BetweenShortages).Select(Shortage).Where(s => s.SuppliedAt > from && s.StartsAt <= to);

    public static IEnumerable<DemoSurplus> Surpluses(DateTimeOffset from, DateTimeOffset to) =>
        Turns(from - BetweenSurpluses, to, BetweenSurpluses).Select(Surplus).Where(s => s.EndsAt > from && s.StartsAt <= to);

    /// <summary>Turns of troubles that come due after an instant, up to another.</summary>
    public static IEnumerable<long> Troubles(DateTimeOffset from, DateTimeOffset to) => Turns(from, to, BetweenTroubles);

    /// <summary>Turns of something that comes every so often, due after an instant up to another.</summary>
    public static IEnumerable<long> Turns(DateTimeOffset from, DateTimeOffset to, TimeSpan every)
    {
        for (var turn = (from.UtcTicks / every.Ticks) + 1; turn <= to.UtcTicks / every.Ticks; turn++)
        {
            yield return turn;
        }
    }

    private static DemoShortage Shortage(long turn)
    {
        var startsAt = new DateTimeOffset(turn * BetweenShortages.Ticks, TimeSpan.Zero);
        var end = DemoChance.Between(1, 10, $"end {turn}") switch { <= 3 => DemoEnd.InTime, <= 7 => DemoEnd.Rescued, _ => DemoEnd.RunsOut };
        var minutes = end switch
        {
            DemoEnd.InTime => DemoChance.Between(18, 30, $"lasts {turn}"),
            DemoEnd.Rescued => DemoChance.Between(50, 60, $"lasts {turn}"),
            _ => DemoChance.Between(88, 105, $"lasts {turn}"),
        };
        var crowded = Surplus(startsAt.UtcTicks / BetweenSurpluses.Ticks);
        var line = Round[turn % Round.Length];
        return line == crowded.Line
            ? new(Round[(turn + 3) % Round.Length], 1, startsAt, end, startsAt.AddMinutes(minutes))
            : new(line, DemoChance.Between(0, 1, $"part {turn}"), startsAt, end, startsAt.AddMinutes(minutes));
    }

    private static DemoSurplus Surplus(long turn)
    {
        var startsAt = new DateTimeOffset(turn * BetweenSurpluses.Ticks, TimeSpan.Zero).AddMinutes(10);
        return new(Round[(turn * 3) % Round.Length], startsAt, startsAt.AddMinutes(100));
    }
}
