using LogiPilot.Kaizen.Core.Alerts;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class AlarmTurnsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Steps_that_say_the_same_are_one_transition_and_those_of_people_none()
    {
        var turns = AlarmTurns.Of(
        [
            (TimelineKind.Raised, At(0)), (TimelineKind.Acknowledged, At(1)), (TimelineKind.Joined, At(2)), (TimelineKind.ConditionCleared, At(3)),
            (TimelineKind.Resolved, At(3)), (TimelineKind.Joined, At(2)), (TimelineKind.ConditionReturned, At(5)), (TimelineKind.Shelved, At(6)),
            (TimelineKind.Unshelved, At(7)), (TimelineKind.Resolved, At(8)), (TimelineKind.Closed, At(9)), (TimelineKind.Reopened, At(10)),
            (TimelineKind.Cancelled, At(12)), (TimelineKind.Joined, At(13)),
        ]);

        Assert.Equal([(true, 0), (false, 3), (true, 5), (false, 8), (true, 10), (false, 12), (true, 13)], turns.Select(t => (t.IntoAlarm, Minute(t.At))));
    }

    [Theory]
    [InlineData(new[] { 0, 5, 10 }, 3)]
    [InlineData(new[] { 0, 5, 11 }, 2)]
    [InlineData(new[] { 0, 60, 61, 62, 63, 120 }, 4)]
    [InlineData(new int[0], 0)]
    public void Ten_minutes_hold_what_lies_at_both_their_ends(int[] minutes, int most)
    {
        Assert.Equal(most, AlarmTurns.MostWithin([.. minutes.Select(At)], AlarmTurns.ChatterTime));
        Assert.Equal(most >= 3, AlarmTurns.Chatters(minutes.Select(At)));
    }

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    private static int Minute(DateTimeOffset at) => (int)(at - Start).TotalMinutes;
}
