using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Every week on these days, by the plant's clock, for so many minutes; it may go past midnight.</summary>
public sealed record WeeklyTimes(IReadOnlyList<DayOfWeek> Days, TimeOnly Starts, int Minutes);

/// <summary>What a maintenance window says: where and what, when, why, and who looks after what it holds back.</summary>
public sealed record WindowTerms(
    Guid? PlaceId, IReadOnlyList<AlertKind>? Kinds, WeeklyTimes? Weekly, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, DateOnly Until,
    string Reason, Guid OwnerId);

/// <summary>
/// Planned work on a place (none: the whole plant): what is raised in it is shelved until its end, and then returns. Weekly or
/// once, always with a last day, at most a year away. What keeps people safe and what a person calls critical is never held back.
/// </summary>
public sealed class MaintenanceWindow
{
    public const int LongestMinutes = 24 * 60;
    public const int LongestDays = 366;

    /// <summary>Of a window that is held once: a closing of the plant.</summary>
    public static readonly TimeSpan LongestOnce = TimeSpan.FromDays(31);

    private MaintenanceWindow()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid? PlaceId { get; private set; }

    /// <summary>Null: every kind.</summary>
    public IReadOnlyList<AlertKind>? Kinds { get; private set; }

    public WeeklyTimes? Weekly { get; private set; }

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The last day on which it begins, by the plant's clock.</summary>
    public DateOnly Until { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid OwnerId { get; private set; }

    public bool IsActive { get; private set; }

    public int Version { get; private set; }

    public static Outcome<MaintenanceWindow> Open(Guid id, Guid plantId, WindowTerms terms, DateTimeOffset now, TimeZoneInfo zone)
    {
        var window = new MaintenanceWindow { Id = id, PlantId = plantId, IsActive = true };
        return window.Revise(terms, now, zone) is { } refusal ? refusal : window;
    }

    public Refusal? Revise(WindowTerms terms, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!IsActive)
        {
            return Refusal.Conflict("windowEnded", ("changed", Array.Empty<string>()), ("currentVersion", Version));
        }

        if (Unfounded(terms, now, zone) is { } refusal)
        {
            return refusal;
        }

        (PlaceId, Kinds, Weekly) = (terms.PlaceId, terms.Kinds is { Count: > 0 } kinds ? kinds : null, terms.Weekly);
        (StartsAt, EndsAt, Until) = (terms.StartsAt, terms.EndsAt, terms.Until);
        (Reason, OwnerId) = (terms.Reason.Trim(), terms.OwnerId);
        Version++;
        return null;
    }

    public Refusal? End()
    {
        if (!IsActive)
        {
            return Refusal.Conflict("windowEnded", ("changed", Array.Empty<string>()), ("currentVersion", Version));
        }

        IsActive = false;
        Version++;
        return null;
    }

    /// <summary>Whether it holds back what this alert says, at whatever instant.</summary>
    public bool Concerns(Alert alert) =>
        IsActive && PlantId == alert.PlantId
        && (PlaceId is not { } place || place == alert.PlaceId || place == alert.LineId || place == alert.AreaId)
        && (Kinds is null || Kinds.Contains(alert.Kind))
        && alert.Kind != AlertKind.Safety
        && !(alert.Severity == Severity.Critical && alert.RaisedById is not null);

    /// <summary>The end of the window that an instant is in; null when it is in none.</summary>
    public DateTimeOffset? EndAround(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (Weekly is not { } weekly)
        {
            return StartsAt <= at && at < EndsAt ? EndsAt : null;
        }

        // One that began the evening before may still last.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return new[] { today.AddDays(-1), today }
            .Where(day => day <= Until && weekly.Days.Contains(day.DayOfWeek))
            .Select(day => LocalTime.Instant(day.ToDateTime(weekly.Starts), zone))
            .Where(starts => starts <= at && at < starts.AddMinutes(weekly.Minutes))
            .Select(starts => (DateTimeOffset?)starts.AddMinutes(weekly.Minutes))
            .Max();
    }

    /// <summary>When it begins next, after an instant; null when it never does any more.</summary>
    public DateTimeOffset? StartAfter(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (!IsActive)
        {
            return null;
        }

        if (Weekly is not { } weekly)
        {
            return StartsAt > at ? StartsAt : null;
        }

        // The same day of next week too: today's may have begun.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return Enumerable.Range(0, 8).Select(today.AddDays)
            .Where(day => day <= Until && weekly.Days.Contains(day.DayOfWeek))
            .Select(day => (DateTimeOffset?)LocalTime.Instant(day.ToDateTime(weekly.Starts), zone))
            .FirstOrDefault(starts => starts > at);
    }

    private static Refusal? Unfounded(WindowTerms terms, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var weekly = terms.Weekly;
        return Refusal.All([
            Words.Missing("reason", terms.Reason) ?? Words.TooLong("reason", terms.Reason, Words.InText),
            terms.Until < today ? Refusal.Invalid("until", "windowUntilPast")
                : terms.Until > today.AddDays(LongestDays) ? Refusal.Invalid("until", "windowUntilFar")
                : null,
            weekly is null == (terms.StartsAt is null || terms.EndsAt is null) ? Refusal.Invalid("weekly", "windowTimesNeeded") : null,
            weekly is { Days.Count: 0 } ? Refusal.Invalid("weekly", "windowDaysNeeded") : null,
            weekly is { Minutes: < 1 or > LongestMinutes } ? Refusal.Invalid("weekly", "windowMinutes", ("most", LongestMinutes)) : null,
            terms is { StartsAt: { } from, EndsAt: { } to } && !(from < to && to > now && to - from <= LongestOnce)
                ? Refusal.Invalid("endsAt", "windowToWrong", ("days", LongestOnce.Days))
                : null]);
    }
}
