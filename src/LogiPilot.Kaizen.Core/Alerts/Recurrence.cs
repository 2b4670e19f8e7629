using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// A problem that came back as often as the plant's rule says: the proposal of a dysfunction, with the facts that it would begin with.
/// One is open for a key or cause; what comes meanwhile joins it. Once decided, its alerts never count again.
/// </summary>
public sealed class Recurrence : IConcern
{
    /// <summary>Of a proposal that nobody decides for months, the latest alerts are named; all are counted.</summary>
    public const int MostNamed = 50;

    private Recurrence()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public RecurrenceCriterion Criterion { get; private set; }

    /// <summary>What is the same; null by cause.</summary>
    public AlertKey? Key { get; private set; }

    /// <summary>The cause that is the same; null by key.</summary>
    public string? CauseCode { get; private set; }

    /// <summary>Kind of the last alert.</summary>
    public AlertKind Kind { get; private set; }

    /// <summary>By key, the area that all are of; by cause, null: they may be anywhere.</summary>
    public Guid? AreaId { get; private set; }

    public IReadOnlyList<Guid> AlertIds { get; private set; } = [];

    public int Count { get; private set; }

    public DateTimeOffset FirstAt { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public RecurrenceState State { get; private set; }

    public string? Reason { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public Guid? RaisedById => null;

    public bool IsTaken => false;

    public SupportService? RoutedTo => null;

    public bool IsOpen => State == RecurrenceState.Proposed;

    /// <summary>Proposes it, from the alerts that count, oldest first; the last of them is <paramref name="last"/>.</summary>
    public static Recurrence Propose(
        RecurrenceCriterion criterion, Alert last, IReadOnlyList<RecurringAlert> counted, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            PlantId = last.PlantId,
            Criterion = criterion,
            Key = criterion == RecurrenceCriterion.Key ? last.Key : null,
            CauseCode = criterion == RecurrenceCriterion.Cause ? last.CauseCode : null,
            Kind = last.Kind,
            AreaId = criterion == RecurrenceCriterion.Key ? last.AreaId : null,
            AlertIds = [.. counted.Select(c => c.AlertId).TakeLast(MostNamed)],
            Count = counted.Count,
            FirstAt = counted[0].At,
            LastAt = counted[^1].At,
            Version = 1,
        };

    /// <summary>One more, while nobody has decided.</summary>
    public void Join(Alert alert, DateTimeOffset at)
    {
        if (AlertIds.Contains(alert.Id))
        {
            return;
        }

        AlertIds = [.. AlertIds.TakeLast(MostNamed - 1), alert.Id];
        (Count, Kind) = (Count + 1, alert.Kind);
        LastAt = at > LastAt ? at : LastAt;
        Version++;
    }

    /// <summary>A leader says why it needs no dysfunction; it is proposed again when it recurs again.</summary>
    public Refusal? Dismiss(Actor actor, string? reason, DateTimeOffset now)
    {
        if (actor.IsSystem || !actor.May(Permission.LeadAlert, this))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenDismiss", ("permission", Permission.LeadAlert));
        }

        if (WhyDecided is { } decided)
        {
            return decided;
        }

        if ((Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText)) is { } refusal)
        {
            return refusal;
        }

        (State, Reason, DecidedById, DecidedAt) = (RecurrenceState.Dismissed, reason!.Trim(), actor.PersonId, now);
        Version++;
        return null;
    }

    /// <summary>A dysfunction is opened from it: it is decided, and what comes later counts anew.</summary>
    public Refusal? Take(Actor actor, DateTimeOffset now)
    {
        if (WhyDecided is { } decided)
        {
            return decided;
        }

        (State, DecidedById, DecidedAt) = (RecurrenceState.Taken, actor.PersonId, now);
        Version++;
        return null;
    }

    private Refusal? WhyDecided => IsOpen
        ? null
        : Refusal.Conflict("recurrenceDecided", ("currentVersion", Version), ("changed", Array.Empty<string>()));
}
