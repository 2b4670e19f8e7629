using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Organisation;

[QueryType]
public static class CalendarQueries
{
    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("The calendar by which a plant or an area works; null around the clock.")]
    public static async Task<CalendarNode?> GetCalendarAsync(
        Guid plantId, Guid? areaId, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new ViewCalendar(plantId, areaId), cancellationToken) is { } view
            ? new(view, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeeBoard)]
    public static async Task<IEnumerable<TeamNode>> GetTeamsAsync(
        IReadOnlyList<Guid>? plantIds, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var plants = current.Actor.PlantsAmong(plantIds);
        return picture.Teams.Where(t => plants.Contains(t.PlantId)).Select(t => new TeamNode(t, picture));
    }

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Who is on shift in a plant or an area, now or at an instant within ten years.")]
    public static async Task<OnShiftNode> GetOnShiftAsync(
        Guid plantId, Guid? areaId, DateTimeOffset? at, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        new(await useCases.Ask(new ViewOnShift(plantId, areaId, at), cancellationToken), await directory.Current(cancellationToken));

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Minutes of work between two instants within ten years; none when the second is not after the first.")]
    public static async Task<double> GetWorkingTimeAsync(
        Guid plantId, Guid? areaId, DateTimeOffset from, DateTimeOffset to, UseCases useCases, CancellationToken cancellationToken) =>
        (await useCases.Ask(new MeasureWorkingTime(plantId, areaId, from, to), cancellationToken)).Work.TotalMinutes;

    [Needs(Permission.PlanAbsences)]
    [GraphQLDescription("Absences that the caller may plan and that are not over at an instant (now), first by their beginning.")]
    public static async Task<IEnumerable<AbsenceNode>> GetAbsencesAsync(
        IReadOnlyList<Guid>? plantIds, DateTimeOffset? from, UseCases useCases, IDirectory directory, CancellationToken cancellationToken)
    {
        var absences = await useCases.Ask(new ListAbsences(plantIds, from), cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return absences.Select(a => new AbsenceNode(a, picture));
    }
}
