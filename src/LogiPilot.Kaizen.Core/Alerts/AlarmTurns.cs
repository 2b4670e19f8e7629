namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A transition of an alert: from normal into alarm, or back.</summary>
public sealed record AlarmTurn(bool IntoAlarm, DateTimeOffset At);

/// <summary>
/// What counts as a transition of an alert, and when it chatters, after the alarm management of the process industry (ANSI/ISA-18.2
/// and EEMUA 191: an alarm that repeatedly passes between alarm and normal in a short time); the figures are the product's, "Alarm
/// health". The alarm comes when the alert is raised or reopened, when its condition returns, or when it is reported anew after it
/// had gone; it goes when the condition clears or the alert is resolved or cancelled. Steps in a row that say the same are one
/// transition; taking, shelving or closing is none. Instants are those of the event, by the reporter's clock.
/// </summary>
public static class AlarmTurns
{
    /// <summary>So many transitions within <see cref="ChatterTime"/> make an alert chatter.</summary>
    public const int Chatter = 3;

    public static readonly TimeSpan ChatterTime = TimeSpan.FromMinutes(10);

    /// <summary>The kinds of step that can be a transition.</summary>
    public static readonly IReadOnlyList<TimelineKind> Kinds =
    [
        TimelineKind.Raised, TimelineKind.Reopened, TimelineKind.ConditionReturned, TimelineKind.Joined, TimelineKind.ConditionCleared,
        TimelineKind.Resolved, TimelineKind.Cancelled,
    ];

    /// <summary>The transition that a step makes after the last one; null when it makes none.</summary>
    public static AlarmTurn? Next(AlarmTurn? last, TimelineKind step, DateTimeOffset occurredAt)
    {
        bool? into = step switch
        {
            TimelineKind.Raised or TimelineKind.Reopened or TimelineKind.ConditionReturned => true,
            TimelineKind.Joined => last is { IntoAlarm: false } gone && occurredAt > gone.At ? true : null,
            TimelineKind.ConditionCleared or TimelineKind.Resolved or TimelineKind.Cancelled => false,
            _ => null,
        };
        return into is { } present && present != last?.IntoAlarm ? new(present, occurredAt) : null;
    }

    /// <summary>The transitions of an alert's steps, given in the order in which they were recorded.</summary>
    public static IReadOnlyList<AlarmTurn> Of(IEnumerable<(TimelineKind Step, DateTimeOffset OccurredAt)> steps)
    {
        var turns = new List<AlarmTurn>();
        foreach (var (step, occurredAt) in steps)
        {
            if (Next(turns.Count > 0 ? turns[^1] : null, step, occurredAt) is { } turn)
            {
                turns.Add(turn);
            }
        }

        return turns;
    }

    public static bool Chatters(IEnumerable<DateTimeOffset> turns) => MostWithin([.. turns.Order()], ChatterTime) >= Chatter;

    /// <summary>The most instants, of a list in order of time, that lie within so much time of each other, both ends included.</summary>
    public static int MostWithin(IReadOnlyList<DateTimeOffset> ordered, TimeSpan time)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < ordered.Count; last++)
        {
            while (ordered[last] - ordered[first] > time)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
