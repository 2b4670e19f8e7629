using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// What a person wants by mail and when not: quiet hours and quiet days by the clock of the person's plant. They hold mails, never what
/// shows in the application; what is urgent ignores them.
/// </summary>
public sealed class NoticePreferences
{
    private NoticePreferences()
    {
    }

    public Guid PersonId { get; private set; }

    /// <summary>Groups that come by mail no more.</summary>
    public IReadOnlyList<NoticeGroup> MailOff { get; private set; } = [];

    public TimeOnly? QuietFrom { get; private set; }

    /// <summary>Before <see cref="QuietFrom"/>: on the next day.</summary>
    public TimeOnly? QuietTo { get; private set; }

    /// <summary>Quiet from midnight to midnight.</summary>
    public IReadOnlyList<DayOfWeek> QuietDays { get; private set; } = [];

    public bool DigestByMail { get; private set; } = true;

    public int Version { get; private set; }

    /// <summary>As nobody chose anything.</summary>
    public static NoticePreferences Of(Guid personId) => new() { PersonId = personId };

    public Refusal? Choose(
        IReadOnlyList<NoticeGroup> mailOff, TimeOnly? quietFrom, TimeOnly? quietTo, IReadOnlyList<DayOfWeek> quietDays, bool digestByMail)
    {
        if (quietFrom is null != quietTo is null || (quietFrom is not null && quietFrom == quietTo))
        {
            return Refusal.Invalid("quietTo", "quietHoursIncomplete");
        }

        if (quietDays.Distinct().Count() == Enum.GetValues<DayOfWeek>().Length)
        {
            return Refusal.Invalid("quietDays", "quietDaysAll");
        }

        (QuietFrom, QuietTo, DigestByMail) = (quietFrom, quietTo, digestByMail);
        (MailOff, QuietDays) = ([.. mailOff.Distinct().Order()], [.. quietDays.Distinct().Order()]);
        Version++;
        return null;
    }

    public bool WantsMail(NoticeKind kind) =>
        !MailOff.Contains(NoticeKinds.GroupOf(kind)) && (DigestByMail || NoticeKinds.GroupOf(kind) != NoticeGroup.Digests);

    /// <summary>When the quiet time that an instant lies in ends; null when it lies in none.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        if (!IsQuiet(local))
        {
            return null;
        }

        // Quiet days are never all seven, so that within eight days some midnight or end of the quiet hours is not quiet.
        var ends = Enumerable.Range(0, 9).Select(d => local.Date.AddDays(d))
            .SelectMany(day => QuietTo is { } to ? [day, day + to.ToTimeSpan()] : (DateTime[])[day])
            .Where(end => end > local && !IsQuiet(end))
            .Select(end => Organisation.LocalTime.Instant(end, zone));
        return ends.First(end => end > at);
    }

    private bool IsQuiet(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        return QuietDays.Contains(local.DayOfWeek) || (QuietFrom is { } from && QuietTo is { } to && time.IsBetween(from, to));
    }
}
