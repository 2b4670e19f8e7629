using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>What alarm health needs of an alert: what it is about, and its steps of <see cref="AlarmTurns.Kinds"/> in recorded order.</summary>
public sealed record AlarmTrace(
    Guid AlertId, AlertKind Kind, Guid? PlaceId, Guid? LineId, Guid? ProductId, string? SupplierOrder, Guid? SupplyPointId,
    DateTimeOffset RaisedAt, IReadOnlyList<(TimelineKind Step, DateTimeOffset OccurredAt)> Steps)
{
    public AlertKey Key => new(AlertKey.FamilyOf(Kind), PlaceId, ProductId, SupplierOrder);

    /// <summary>From raised (or raised again) to resolved or cancelled; null: still open. A condition that clears ends nothing.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> OpenSpells()
    {
        var spells = new List<(DateTimeOffset From, DateTimeOffset? Until)>();
        foreach (var (step, at) in Steps)
        {
            var (isOpen, endedAt) = spells.Count > 0 ? (spells[^1].Until is null, spells[^1].Until) : (false, null);
            var ends = step is TimelineKind.Resolved or TimelineKind.Cancelled;
            var opens = step is TimelineKind.Raised or TimelineKind.Reopened or TimelineKind.ConditionReturned
                || (step == TimelineKind.Joined && at > endedAt);
            if (isOpen && ends)
            {
                spells[^1] = (spells[^1].From, at);
            }
            else if (!isOpen && opens)
            {
                spells.Add((at, null));
            }
        }

        return spells;
    }
}

/// <summary>The past of alerts, for alarm health.</summary>
public interface IAlarmHistory
{
    /// <summary>
    /// The alerts of a plant that were raised, turned or stood open in a period (the end excluded), in no order; each with all its
    /// steps, whenever they occurred.
    /// </summary>
    Task<IReadOnlyList<AlarmTrace>> Traces(Guid plantId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
