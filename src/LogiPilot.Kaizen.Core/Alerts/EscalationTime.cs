using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>How levels wait by a calendar.</summary>
public static class EscalationTime
{
    /// <summary>
    /// Working time of an area. What is due at once waits for the next shift only outside of every shift: in a pause people are there. A
    /// calendar that never works again within its horizon holds nothing back: then it is counted by the clock.
    /// </summary>
    public static WorkingTime WorkingTime(this WorkCalendar calendar) =>
        (from, minutes) => minutes > 0 ? calendar.After(from, TimeSpan.FromMinutes(minutes)) ?? from.AddMinutes(minutes)
            : calendar.IsAroundTheClock || calendar.ShiftAt(from) is not null ? from
            : calendar.NextShift(from)?.Starts ?? from;

    public static WorkingTime WorkingTime(this OrganisationPicture people, Guid plantId, Guid? areaId) =>
        people.Calendar(plantId, areaId).WorkingTime();
}
