using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Organisation.Calendars;

public sealed class WorkCalendarPropertyTests
{
    /// <summary>A tenth; all ten thousand are asked by the benchmarks' <c>long calendar</c>.</summary>
    [Fact]
    public void A_thousand_random_calendars_answer_as_the_clock_says_minute_by_minute()
    {
        var findings = CalendarRun.Run(2026, 1_000);

        Assert.Empty(findings.Differences);
        Assert.True(findings.Answers > 1_000_000, $"only {findings.Answers} answers were compared");
    }
}
