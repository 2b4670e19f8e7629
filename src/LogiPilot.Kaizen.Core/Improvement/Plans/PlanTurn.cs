using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Who acts on a plan, when, among whom, and above which cost only a manager decides (null: no limit), when levels meet.</summary>
public sealed record PlanTurn(Actor Actor, DateTimeOffset Now, OrganisationPicture People, Money? CostLimit = null, IReadOnlyList<LevelCutOff>? CutOffs = null)
{
    public DateOnly Today(Guid plantId) => People.Calendar(plantId, null).DayOf(Now);

    /// <summary>Whether a person works in the plant.</summary>
    public bool IsOfPlant(Guid personId, Guid plantId) => People.ActorOf(personId)?.Sees(plantId) == true;
}

/// <summary>Days counted by a calendar.</summary>
public static class WorkingDays
{
    private const int Farthest = 800;

    /// <summary>The day that many working days after another; without a calendar every day works.</summary>
    public static DateOnly After(WorkCalendar calendar, DateOnly day, int working)
    {
        for (var (left, looked) = (working, 0); left > 0 && looked < Farthest; looked++)
        {
            day = day.AddDays(1);
            left -= calendar.Day(day).Closed ? 0 : 1;
        }

        return day;
    }

    /// <summary>The same time of day that many working days later.</summary>
    public static DateTimeOffset After(WorkCalendar calendar, DateTimeOffset at, int working)
    {
        var local = TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime;
        var day = After(calendar, DateOnly.FromDateTime(local), working);
        return LocalTime.Instant(day.ToDateTime(TimeOnly.FromDateTime(local)), calendar.Zone);
    }
}
