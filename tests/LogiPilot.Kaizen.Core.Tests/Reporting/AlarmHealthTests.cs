using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

public sealed class AlarmHealthTests
{
    private const int Day = 24 * 60;

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

    [Fact]
    public void A_flood_takes_ten_minutes_at_most_and_two_are_one_when_an_alert_is_of_both()
    {
        int[] nine = new int[9], inTen = [.. nine, 10, .. nine.Select(_ => 20)], apart = [.. Enumerable.Repeat(100, 10), .. Enumerable.Repeat(111, 10)];
        int[] tooSlow = [.. Enumerable.Range(200, 9), 211];

        var health = Of([.. inTen.Concat(apart).Concat(tooSlow).Select((m, i) => Trace(i + 1, (TimelineKind.Raised, m)))]);

        Assert.Equal([(0, 20, 19), (100, 100, 10), (111, 111, 10)], health.Floods.Select(f => (Minute(f.From), Minute(f.To), f.Count)));
    }

    [Fact]
    public void The_beginning_of_a_period_is_of_it_and_its_end_is_not()
    {
        var end = 7 * Day;
        int[] raised = [.. Enumerable.Repeat(-1, 5), .. Enumerable.Repeat(0, 5), .. Enumerable.Repeat(end - 1, 5), .. Enumerable.Repeat(end, 5)];

        var health = Of([.. raised.Select((m, i) => Trace(i + 1, (TimelineKind.Raised, m)))]);

        Assert.Equal((10, 10, 0), (health.Total.Raised, health.Total.Transitions, health.Total.InFloods));
        Assert.Empty(health.Floods);
    }

    [Theory]
    [InlineData(-2 * Day, 0, 7 * Day, null)]
    [InlineData(-2 * Day, 1, 7 * Day, 48.0)]
    [InlineData(0, 5 * Day, Day, null)]
    [InlineData(0, 5 * Day, Day + 30, 24.5)]
    [InlineData((6 * Day) + 60, 9 * Day, 9 * Day, null)]
    public void Stale_is_counted_to_the_end_of_the_period_or_to_now(int raised, int resolved, int now, double? hours)
    {
        var trace = Trace(1, (TimelineKind.Raised, raised), (TimelineKind.Resolved, resolved));

        var health = AlarmHealth.Of([trace], Start, End, Start.AddMinutes(now));

        Assert.Equal(hours, health.Stale.SingleOrDefault()?.Hours);
    }

    [Fact]
    public void An_alert_is_as_stale_as_its_longest_time_open_called_off_it_is_over_and_reported_anew_it_is_open_again()
    {
        var health = Of([
            Trace(1, (TimelineKind.Raised, 0), (TimelineKind.Resolved, 2 * Day), (TimelineKind.Reopened, 3 * Day), (TimelineKind.Resolved, 6 * Day)),
            Trace(2, (TimelineKind.Raised, 0), (TimelineKind.Cancelled, 60)),
            Trace(3, (TimelineKind.Raised, 0), (TimelineKind.Resolved, 60), (TimelineKind.Joined, 30)),
            Trace(4, (TimelineKind.Raised, 0), (TimelineKind.Resolved, 60), (TimelineKind.Joined, 5 * Day))]);

        Assert.Equal(
            [(Id(1), 3 * Day, 72.0), (Id(4), 5 * Day, 48.0)], health.Stale.Select(s => (s.AlertId, Minute(s.Since), s.Hours)));
    }

    [Fact]
    public void The_ten_worst_problems_come_first_and_what_did_nothing_in_the_period_nowhere()
    {
        AlarmTrace Of(int number, AlertKind kind, Guid product, string? order, params (TimelineKind Step, int Minute)[] steps) =>
            Trace(number, steps) with { Kind = kind, ProductId = product, SupplierOrder = order };
        var (other, product) = (Id(700), Id(701));
        List<AlarmTrace> traces = [
            Of(1, AlertKind.Shortage, product, null, (TimelineKind.Raised, 0), (TimelineKind.ConditionCleared, 60)),
            Of(2, AlertKind.StockOut, product, null, (TimelineKind.Raised, 500), (TimelineKind.Resolved, 600), (TimelineKind.Reopened, 700)),
            Of(3, AlertKind.Shortage, other, null, (TimelineKind.Raised, 300), (TimelineKind.ConditionCleared, 400), (TimelineKind.Resolved, 450)),
            Of(4, AlertKind.Shortage, other, "4711", (TimelineKind.Raised, 100)),
            Of(5, AlertKind.Shortage, other, "4711", (TimelineKind.Raised, 200)),
            Of(6, AlertKind.Safety, other, null, (TimelineKind.Raised, -60), (TimelineKind.ConditionCleared, -30), (TimelineKind.Resolved, 60)),
            .. Enumerable.Range(800, 9).Select(n => Of(n, AlertKind.Quality, Id(n), null, (TimelineKind.Raised, 1000 + n)))];

        var health = AlarmHealth.Of(traces, Start, End, Start.AddDays(1));

        Assert.Equal(
            [(AlertKind.StockOut, product, null, 5, 2), (AlertKind.Shortage, other, "4711", 2, 2), (AlertKind.Shortage, other, null, 2, 1)],
            health.TopTen.Take(3).Select(p => (p.Kind, p.Key.ProductId!.Value, p.Key.SupplierOrder, p.Load.Transitions, p.Load.Raised)));
        Assert.Equal(10, health.TopTen.Count);
        Assert.Equal([AlertKind.Quality, AlertKind.Shortage, AlertKind.StockOut], health.ByKind.Select(k => k.Kind));
    }

    private static AlarmHealth Of(IReadOnlyList<AlarmTrace> traces) => AlarmHealth.Of(traces, Start, End, End);

    private static AlarmTrace Trace(int number, params (TimelineKind Step, int Minute)[] steps) => new(
        Id(number), AlertKind.Shortage, Id(901), Line, null, null, null, Start.AddMinutes(steps[0].Minute),
        [.. steps.Select(s => (s.Step, Start.AddMinutes(s.Minute)))]);

    private static int Minute(DateTimeOffset at) => (int)(at - Start).TotalMinutes;

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
