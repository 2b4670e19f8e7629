using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What has to be the same for a problem to be called the same once more.</summary>
public enum RecurrenceCriterion
{
    /// <summary>Family, place, product and order: <see cref="AlertKey"/>. Counted when it is raised.</summary>
    Key,

    /// <summary>The cause that a person gave, anywhere in the plant. Counted when the alert is closed.</summary>
    Cause,
}

public enum RecurrenceState
{
    Proposed,
    Dismissed,

    /// <summary>A dysfunction was opened from it.</summary>
    Taken,
}

/// <summary>
/// When a plant calls a problem recurrent: so many alerts of one key, or closed with one cause, in so many days ("Recurrence"). A plant
/// without a rule of its own has the standard one. A return within 15 minutes is the same alert, so it never counts twice.
/// </summary>
public sealed record RecurrenceRule(Guid PlantId, RecurrenceCriterion Criterion, int Count, int WindowDays, int Version)
{
    public const int LeastCount = 2;
    public const int MostCount = 100;
    public const int LongestWindowDays = 365;

    public static RecurrenceRule Standard(Guid plantId, RecurrenceCriterion criterion) => criterion == RecurrenceCriterion.Key
        ? new(plantId, criterion, 3, 7, 0)
        : new(plantId, criterion, 5, 30, 0);
}

/// <summary>An alert that counts for a recurrence, and since when.</summary>
public sealed record RecurringAlert(Guid AlertId, DateTimeOffset At);

/// <summary>A problem came back often enough that somebody should look for its cause.</summary>
public sealed record RecurrenceSeen(
    Guid PlantOfRecurrence, Guid RecurrenceId, RecurrenceCriterion Criterion, AlertKind Kind, string? CauseCode, Guid? AreaId,
    Guid? PlaceId, Guid? ProductId, int Count, int WindowDays) : DomainEvent(PlantOfRecurrence, RecurrenceId);

/// <summary>A leader says that it needs no dysfunction.</summary>
public sealed record RecurrenceDismissed(Guid PlantOfRecurrence, Guid RecurrenceId, string Reason) : DomainEvent(PlantOfRecurrence, RecurrenceId);

/// <summary>A dysfunction was opened from it.</summary>
public sealed record RecurrenceTaken(Guid PlantOfRecurrence, Guid RecurrenceId, Guid DysfunctionId) : DomainEvent(PlantOfRecurrence, RecurrenceId);

/// <summary>A plant's rule was changed, with what it says now.</summary>
public sealed record RecurrenceRuleChanged(Guid PlantOfRule, RecurrenceCriterion Criterion, int Count, int WindowDays)
    : DomainEvent(PlantOfRule, PlantOfRule);
