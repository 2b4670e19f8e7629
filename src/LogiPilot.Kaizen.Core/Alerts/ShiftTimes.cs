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

    /// <summary>
    /// Who follows in an area at the start of a shift: people of the teams that have it, where teams cover the area, who may take
    /// alerts; else whoever is on shift then.
    /// </summary>
    public static IReadOnlyList<Person> Followers(this OrganisationPicture people, Guid plantId, Guid? areaId, DateTimeOffset at)
    {
        var hasTeams = people.Teams.Any(t => t.PlantId == plantId && (areaId is null || t.Covers(areaId)));
        var there = hasTeams
            ? people.TeamsOnShift(plantId, areaId, at).SelectMany(t => people.TeamOnShift(t.Id, at))
            : people.OnShift(plantId, areaId, at);
        return [.. there.DistinctBy(p => p.Id).Where(p => people.ActorOf(p.Id)?.May(Permission.TakeAlert, plantId) == true)];
    }

    /// <summary>Whether somebody leads an area; of none, the whole plant: every area of it.</summary>
    public static bool Leads(this Actor actor, OrganisationPicture people, Guid plantId, Guid? areaId) =>
        (areaId is { } area ? [area] : people.Places.Where(p => p.PlantId == plantId && p.Kind == PlaceKind.Area).Select(p => (Guid?)p.Id).Append(null))
        .All(a => actor.May(Permission.LeadAlert, new Spot(plantId, a)));

    private sealed record Spot(Guid PlantId, Guid? AreaId) : IConcern
    {
        public Guid? RaisedById => null;

        public bool IsTaken => false;

        public SupportService? RoutedTo => null;
    }

    /// <summary>A person of the plant who is on shift, as one who can own an alert; null when he is not.</summary>
    public static Taker? TakerNow(this OrganisationPicture people, Guid? personId, Alert alert, DateTimeOffset now) =>
        personId is { } id && people.ActorOf(id) is { } person && person.May(Permission.TakeAlert, alert)
        && people.IsOnShift(id, alert.PlantId, now)
            ? new Taker(id, people.EndFor(id, alert.PlantId, now))
            : null;
}
