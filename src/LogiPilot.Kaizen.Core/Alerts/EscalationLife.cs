using System.Text.Json;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>An alert's life as its timeline tells it: when it was raised, taken, restored, shelved, ended, and how grave it was.</summary>
public static class EscalationLife
{
    /// <summary>One moment for all steps of one instant.</summary>
    public static IReadOnlyList<EscalationMoment> Of(IEnumerable<TimelineEntry> timeline)
    {
        var (state, severity, clearedAt, isHeld) = (AlertState.Closed, Severity.Information, (DateTimeOffset?)null, false);
        var life = new List<EscalationMoment>();
        foreach (var entry in timeline)
        {
            using var facts = JsonDocument.Parse(entry.Facts ?? "{}");
            severity = Text(facts, "severity") is { } grave ? Enum.Parse<Severity>(grave, ignoreCase: true) : severity;
            var next = After(entry.Kind, state, isHeld, hasReceiver: Text(facts, "to") is not null);
            clearedAt = ClearedAfter(entry, clearedAt, returns: state != next && next == AlertState.Raised, Text(facts, "reason"));
            isHeld = entry.Kind is TimelineKind.Resolved or TimelineKind.Cancelled ? Text(facts, "holdUntil") is not null : isHeld;
            state = next;
            var moment = new EscalationMoment(entry.RecordedAt, EscalationStanding.Of(state, clearedAt is not null, severity));
            if (life is [.., var last] && last.At == moment.At)
            {
                life[^1] = moment;
            }
            else if (life is not [.., var before] || before.Standing != moment.Standing)
            {
                life.Add(moment);
            }
        }

        return life;
    }

    /// <summary>What becomes nobody's stays cleared: it resolves at once, unless it chatters.</summary>
    private static DateTimeOffset? ClearedAfter(TimelineEntry entry, DateTimeOffset? clearedAt, bool returns, string? reason) => entry.Kind switch
    {
        TimelineKind.ConditionCleared => entry.RecordedAt,
        TimelineKind.ConditionReturned or TimelineKind.Reopened => null,
        TimelineKind.Joined when returns || clearedAt < entry.OccurredAt => null,
        TimelineKind.Unshelved when reason == "worse" => null,
        _ => clearedAt,
    };

    private static AlertState After(TimelineKind step, AlertState state, bool isHeld, bool hasReceiver) => step switch
    {
        TimelineKind.Raised or TimelineKind.Released or TimelineKind.AssignmentExpired or TimelineKind.Reopened
            or TimelineKind.Unshelved => AlertState.Raised,
        TimelineKind.Refused => hasReceiver ? AlertState.Acknowledged : AlertState.Raised,
        TimelineKind.ConditionReturned when !IsOpen(state) => AlertState.Raised,
        TimelineKind.Joined when !IsOpen(state) && isHeld => AlertState.Raised,
        TimelineKind.Acknowledged or TimelineKind.Assigned or TimelineKind.Transferred => AlertState.Acknowledged,
        TimelineKind.TakenOver when state != AlertState.Shelved => AlertState.Acknowledged,
        TimelineKind.Started => AlertState.InProgress,
        TimelineKind.Resolved => AlertState.Resolved,
        TimelineKind.Closed => AlertState.Closed,
        TimelineKind.Cancelled => AlertState.Cancelled,
        TimelineKind.Shelved => AlertState.Shelved,
        _ => state,
    };

    private static bool IsOpen(AlertState state) =>
        state is AlertState.Raised or AlertState.Acknowledged or AlertState.InProgress or AlertState.Shelved;

    private static string? Text(JsonDocument facts, string name) =>
        facts.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
