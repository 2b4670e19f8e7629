using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

public sealed class AlarmHealthTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddDays(7);
    private static readonly Guid Line = Id(900);

    [Fact]
    public void Ten_raised_in_ten_minutes_are_a_flood_and_two_that_share_an_alert_are_one()
    {
        int[] minutes = [.. Enumerable.Range(0, 10), 10, 11, 100, .. Enumerable.Range(200, 9), .. Enumerable.Range(300, 10)];

        var health = Of([.. minutes.Select(m => Trace(m, (TimelineKind.Raised, m)))]);

        Assert.Equal([(0, 11, 12), (300, 309, 10)], health.Floods.Select(f => (Minute(f.From), Minute(f.To), f.Count)));
        Assert.Equal(22, health.Total.InFloods);
    }

    [Fact]
    public void Stale_is_what_was_open_for_more_than_a_day_by_the_end_of_the_period()
    {
        const int Day = 24 * 60;
        var health = Of([
            Trace(1, (TimelineKind.Raised, 0), (TimelineKind.Resolved, Day)),
            Trace(2, (TimelineKind.Raised, 0), (TimelineKind.ConditionCleared, 10), (TimelineKind.Resolved, Day + 60)),
            Trace(3, (TimelineKind.Raised, -4 * Day), (TimelineKind.Resolved, -Day)),
            Trace(4, (TimelineKind.Raised, -2 * Day)),
            Trace(5, (TimelineKind.Raised, 6 * Day), (TimelineKind.Resolved, 9 * Day)),
            Trace(6, (TimelineKind.Raised, 0), (TimelineKind.Resolved, 20 * 60), (TimelineKind.Reopened, Day), (TimelineKind.Resolved, Day + 600))]);

        Assert.Equal([(Id(4), 216.0), (Id(2), 25.0)], health.Stale.Select(s => (s.AlertId, s.Hours)));
        Assert.Null(health.Stale[0].Until);
    }

    [Fact]
    public void What_turns_in_the_period_is_counted_per_kind_line_and_problem_whatever_it_did_before()
    {
        var health = Of([
            Trace(1, (TimelineKind.Raised, -5), (TimelineKind.ConditionCleared, -1), (TimelineKind.ConditionReturned, 1), (TimelineKind.ConditionCleared, 3)),
            Trace(2, (TimelineKind.Raised, 10), (TimelineKind.ConditionCleared, 11), (TimelineKind.Resolved, 11), (TimelineKind.ConditionReturned, 19))]);

        Assert.Equal(new AlarmLoad(1, 5, 1, 2, 0), health.Total);
        Assert.Equal((Id(2), 3, 3), (health.Chattering[0].AlertId, health.Chattering[0].Transitions, health.Chattering[0].MostWithin));
        Assert.Equal((AlertKind.Shortage, health.Total), (health.ByKind.Single().Kind, health.ByKind.Single().Load));
        Assert.Equal((Line, health.Total), (health.ByLine.Single().LineId, health.ByLine.Single().Load));
        Assert.Equal(health.Total, health.TopTen.Single().Load);
    }

    private static AlarmHealth Of(IReadOnlyList<AlarmTrace> traces) => AlarmHealth.Of(traces, Start, End, End);

    private static AlarmTrace Trace(int number, params (TimelineKind Step, int Minute)[] steps) => new(
        Id(number), AlertKind.Shortage, Id(901), Line, null, null, null, Start.AddMinutes(steps[0].Minute),
        [.. steps.Select(s => (s.Step, Start.AddMinutes(s.Minute)))]);

    private static int Minute(DateTimeOffset at) => (int)(at - Start).TotalMinutes;

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
