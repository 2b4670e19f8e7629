using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Dysfunctions;

public sealed class AlertFactsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 22, 30, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly Guid Plant = new(1, 0, 0, new byte[8]), Here = new(2, 0, 0, new byte[8]), There = new(3, 0, 0, new byte[8]);

    [Fact]
    public void Facts_count_alerts_by_day_of_the_plant_and_minutes_stopped_with_what_they_cost()
    {
        Alert[] alerts = [Raise(AlertKind.Quality, Here, 0), Raise(AlertKind.Quality, Here, 1), Raise(AlertKind.Congestion, There, 26)];
        LineStep[] steps =
        [
            new(alerts[0].Id, true, Start), new(alerts[0].Id, false, Start.AddMinutes(30)), new(alerts[2].Id, true, Start.AddHours(27)),
        ];

        var facts = AlertFacts.Of(alerts, steps, Paris, 600m, Start.AddHours(28));

        Assert.Equal((90.0, 900m, "EUR"), (facts.StoppedMinutes, facts.StoppedCost?.Amount, facts.StoppedCost?.Currency));
        Assert.Equal((3, 13.0), (facts.Occurrences, facts.HoursBetween));
        // 22:30 UTC is 23:30 in Paris, an hour later it is the next day there.
        Assert.Equal([(2, 1), (3, 1), (4, 1)], facts.Days.Select(d => (d.Day.Day, d.Count)));
        Assert.Equal([(Here.ToString(), 2, 66.7), (There.ToString(), 1, 100.0)], facts.Pareto(ParetoGroup.Place).Select(p => (p.Value!, p.Count, p.CumulativePercent)));
        Assert.Equal([("Quality", 30.0), ("Congestion", 60.0)], facts.Pareto(ParetoGroup.Kind).Select(p => (p.Value!, p.StoppedMinutes)));
        Assert.Equal([((string?)null, 3)], facts.Pareto(ParetoGroup.Cause).Select(p => (p.Value, p.Count)));
    }

    [Fact]
    public void A_plant_that_does_not_say_what_an_hour_costs_is_told_no_cost_and_one_alert_has_no_frequency()
    {
        var facts = AlertFacts.Of([Raise(AlertKind.Quality, Here, 0)], [], Paris, null, Start.AddHours(1));

        Assert.Null(facts.StoppedCost);
        Assert.Null(facts.HoursBetween);
        Assert.Equal(0, facts.StoppedMinutes);
    }

    private static Alert Raise(AlertKind kind, Guid place, int hours) => Alert.Raise(
        $"A-2026-{hours:000000}", new Problem(Plant, kind, Severity.Major, place), new Report(null, Start.AddHours(hours), Start.AddHours(hours)),
        KindSetting.Default(Plant, kind));
}
