using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>A check of the effect that the engine scheduled: due on a day, held or not yet, passed or not.</summary>
public sealed record StepCheck(string Step, int Days, DateOnly DueOn, DateOnly? HeldOn = null, bool? Passed = null);

/// <summary>
/// What a gate knows of the plant besides the plan.
/// </summary>
/// <param name="Zone">The plant's time zone: days of the trade are the plant's.</param>
/// <param name="LocationsHolding">The locations that hold a product of the plan's keys now.</param>
/// <param name="AreasOfPeople">
/// The areas of those who take part. From the place is who works in its area by name: somebody of the whole plant (its manager, an office) is
/// not, unless the plant names no areas of anybody; then all are of the plan's area.
/// </param>
/// <param name="ShiftsWorkedWithoutAlert">Shifts worked since the last action that should have an effect was done, or since the last of these alerts.</param>
/// <param name="AlertsOnKeysSince">Alerts raised, joined or reopened on the plan's keys since its effect was signed, else since that action was done.</param>
public sealed record PlanFacts(
    DateTimeOffset Now,
    DateOnly Today,
    TimeZoneInfo Zone,
    IReadOnlyList<Named> LocationsHolding,
    IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> AreasOfPeople,
    int ShiftsWorkedWithoutAlert,
    IReadOnlyList<Guid> AlertsOnKeysSince)
{
    /// <summary>The plant's day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
