namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>
/// It comes and goes too often to say anything: from then on clearing does not resolve it, and only a leader does, who looks after
/// the cause (a threshold, a sensor).
/// </content>
public sealed partial class Alert
{
    /// <summary>The last transitions, as many as it takes to chatter, oldest first.</summary>
    public IReadOnlyList<AlarmTurn> RecentTurns { get; private set; } = [];

    private void NoteTurn(TimelineKind step, DateTimeOffset occurredAt)
    {
        if (AlarmTurns.Next(RecentTurns.Count > 0 ? RecentTurns[^1] : null, step, occurredAt) is { } turn)
        {
            RecentTurns = [.. RecentTurns.TakeLast(AlarmTurns.Chatter - 1), turn];
        }
    }

    /// <summary>Asked where a condition turns: a person who reopens and resolves is no sensor.</summary>
    private void MarkChatter(DateTimeOffset now)
    {
        if (!IsChattering && AlarmTurns.Chatters(RecentTurns.Select(t => t.At)))
        {
            IsChattering = true;
            Step(
                TimelineKind.ChatterSeen, Report.BySystem(now), null,
                ("count", AlarmTurns.Chatter), ("minutes", (int)AlarmTurns.ChatterTime.TotalMinutes));
        }
    }
}
