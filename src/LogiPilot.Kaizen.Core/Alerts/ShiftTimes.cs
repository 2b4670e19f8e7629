using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What the calendar says about owning an alert.</summary>
internal static class ShiftTimes
{
    /// <summary>The end of a person's shift; null without a calendar, and for who is not on shift.</summary>
    public static DateTimeOffset? EndFor(this OrganisationPicture people, Guid? personId, Guid plantId, DateTimeOffset now) =>
        personId is { } id ? people.EndOfShiftOf(id, plantId, now) : null;

    /// <summary>Until when something may be shelved at most.</summary>
    public static DateTimeOffset NextBoundary(this OrganisationPicture people, Alert alert, DateTimeOffset now) =>
        people.Calendar(alert.PlantId, alert.AreaId) is { IsAroundTheClock: false } calendar
            ? calendar.EndOfShift(now) ?? calendar.NextShift(now)?.Starts ?? now + Alert.ShelvedAtMost
            : now + Alert.ShelvedAtMost;

    /// <summary>A person of the plant who is on shift, as one who can own an alert; null when he is not.</summary>
    public static Taker? TakerNow(this OrganisationPicture people, Guid? personId, Alert alert, DateTimeOffset now) =>
        personId is { } id && people.ActorOf(id) is { } person && person.May(Permission.TakeAlert, alert)
        && people.IsOnShift(id, alert.PlantId, now)
            ? new Taker(id, people.EndFor(id, alert.PlantId, now))
            : null;
}
