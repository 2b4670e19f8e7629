using LogiPilot.Kaizen.Core.Notifications;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // In March 2026 Paris is an hour ahead of UTC until the 29th at 2 o'clock; in October two hours until the 25th at 3.
    [Theory]
    [InlineData("22:00", "06:00", "", "2026-03-02T20:59Z", null)]
    [InlineData("22:00", "06:00", "", "2026-03-02T21:00Z", "2026-03-03T05:00Z")]
    [InlineData("22:00", "06:00", "", "2026-03-03T04:59Z", "2026-03-03T05:00Z")]
    [InlineData("22:00", "06:00", "", "2026-03-03T05:00Z", null)]
    [InlineData("12:00", "13:30", "", "2026-03-02T11:15Z", "2026-03-02T12:30Z")]
    [InlineData("12:00", "13:30", "", "2026-03-02T12:30Z", null)]
    [InlineData(null, null, "Saturday Sunday", "2026-03-06T22:59Z", null)]
    [InlineData(null, null, "Saturday Sunday", "2026-03-06T23:00Z", "2026-03-08T23:00Z")]
    [InlineData("22:00", "06:00", "Saturday Sunday", "2026-03-06T21:30Z", "2026-03-09T05:00Z")]
    [InlineData("22:00", "06:00", "Saturday Sunday", "2026-03-08T12:00Z", "2026-03-09T05:00Z")]
    [InlineData("22:00", "06:00", "", "2026-03-28T23:00Z", "2026-03-29T04:00Z")]
    [InlineData("22:00", "02:30", "", "2026-03-28T23:00Z", "2026-03-29T01:00Z")]
    [InlineData("22:00", "06:00", "", "2026-10-24T22:00Z", "2026-10-25T05:00Z")]
    [InlineData("22:00", "06:00", "", "2026-10-25T00:30Z", "2026-10-25T05:00Z")]
    public void Quiet_time_ends_by_the_clock_of_the_plant(string? from, string? to, string days, string at, string? ends)
    {
        var chosen = NoticePreferences.Of(Guid.Empty);
        var quietDays = days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>).ToList();
        Assert.Null(chosen.Choose([], Time(from), Time(to), quietDays, digestByMail: true));

        Assert.Equal(ends is null ? null : Instant(ends), chosen.QuietUntil(Instant(at), Paris));
    }

    [Fact]
    public void Whatever_was_chosen_quiet_time_ends_and_no_instant_before_its_end_is_loud()
    {
        var random = new Random(20260302);
        for (var i = 0; i < 2_000; i++)
        {
            var chosen = NoticePreferences.Of(Guid.Empty);
            var from = new TimeOnly(random.Next(24), random.Next(4) * 15);
            var to = from.AddMinutes(15 * random.Next(1, 95));
            var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) == 0).Take(6).ToList();
            Assert.Null(chosen.Choose([], from, to, days, digestByMail: true));
            var at = new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(10 * 24 * 60));

            if (chosen.QuietUntil(at, Paris) is { } ends)
            {
                Assert.True(ends > at);
                Assert.Null(chosen.QuietUntil(ends, Paris));
                Assert.All(
                    Enumerable.Range(1, 20).Select(n => at + ((ends - at) * (n / 21.0))),
                    between => Assert.NotNull(chosen.QuietUntil(between, Paris)));
            }
        }
    }

    [Fact]
    public void Half_given_hours_and_seven_quiet_days_are_refused()
    {
        var chosen = NoticePreferences.Of(Guid.Empty);

        Assert.Equal("quietHoursIncomplete", chosen.Choose([], new(22, 0), null, [], true)?.Reason);
        Assert.Equal("quietHoursIncomplete", chosen.Choose([], new(22, 0), new(22, 0), [], true)?.Reason);
        Assert.Equal("quietDaysAll", chosen.Choose([], null, null, Enum.GetValues<DayOfWeek>(), true)?.Reason);
        Assert.Equal(0, chosen.Version);
    }

    private static TimeOnly? Time(string? text) => text is null ? null : TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
