using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Organisation;

[MutationType]
public static class CalendarMutations
{
    [GraphQLDescription("Says when a plant works, or an area by a calendar of its own; all of it takes the place of what was.")]
    [Payload("calendar")]
    public static Task<FieldResult<CalendarNode>> SaveCalendarAsync(
        Guid plantId, Guid? areaId, IReadOnlyList<ShiftInput> shifts, IReadOnlyList<ClosingDaysInput>? closings,
        IReadOnlyList<SpecialDayInput>? specialDays, int? expectedVersion, Guid? clientId, CalendarOrders orders, UseCases useCases,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveCalendar(
                plantId, areaId, [.. shifts.Select(s => s.ToDraft())], [.. (closings ?? []).Select(c => c.ToClosing())],
                [.. (specialDays ?? []).Select(s => s.ToDraft())]) { ExpectedVersion = expectedVersion, ClientId = clientId },
            _ => orders.Calendar(plantId, areaId, cancellationToken),
            cancellationToken);

    [GraphQLDescription("An area then works by the plant's calendar, a plant around the clock.")]
    [Payload("plant")]
    public static Task<FieldResult<PlantNode>> RemoveCalendarAsync(
        Guid plantId, Guid? areaId, int? expectedVersion, Guid? clientId, CalendarOrders orders, UseCases useCases,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new RemoveCalendar(plantId, areaId) { ExpectedVersion = expectedVersion, ClientId = clientId },
            made => orders.Plant(made.Id, cancellationToken),
            cancellationToken);

    [GraphQLDescription("Makes a team, or with an id says anew what it is. The rotation begins on a Monday.")]
    [Payload("team")]
    public static Task<FieldResult<TeamNode>> SaveTeamAsync(
        Guid plantId, Guid? teamId, string code, string name, IReadOnlyList<Guid>? areaIds, IReadOnlyList<Guid> memberIds,
        DateOnly rotationStarts, IReadOnlyList<string?>? rotation, int? expectedVersion, Guid? clientId, CalendarOrders orders,
        UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveTeam(plantId, teamId, new TeamFacts(code, name, areaIds ?? [], memberIds, rotationStarts, rotation ?? []))
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            made => orders.Team(made.Id, cancellationToken),
            cancellationToken);

    [Payload("removedId")]
    public static Task<FieldResult<Guid>> RemoveTeamAsync(
        Guid teamId, int? expectedVersion, Guid? clientId, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Do(
            new RemoveTeam(teamId) { ExpectedVersion = expectedVersion, ClientId = clientId }, made => Task.FromResult(made.Id), cancellationToken);

    [GraphQLDescription("Who is away from one instant to another, and who stands in; with an id, says it anew.")]
    [Payload("absence")]
    public static Task<FieldResult<AbsenceNode>> SaveAbsenceAsync(
        Guid plantId, Guid? absenceId, Guid personId, DateTimeOffset from, DateTimeOffset to, Guid? replacedById, int? expectedVersion,
        Guid? clientId, CalendarOrders orders, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveAbsence(plantId, absenceId, personId, from, to, replacedById) { ExpectedVersion = expectedVersion, ClientId = clientId },
            made => orders.Absence(made.Id, cancellationToken),
            cancellationToken);

    [Payload("removedId")]
    public static Task<FieldResult<Guid>> RemoveAbsenceAsync(
        Guid absenceId, int? expectedVersion, Guid? clientId, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Do(
            new RemoveAbsence(absenceId) { ExpectedVersion = expectedVersion, ClientId = clientId }, made => Task.FromResult(made.Id),
            cancellationToken);
}

/// <summary>A shift to keep, times in plant time as HH:mm; without days, every day.</summary>
public sealed record ShiftInput(
    string Code, string Name, string Starts, string Ends, IReadOnlyList<DayOfWeek>? Days, IReadOnlyList<ShiftBreakInput>? Breaks)
{
    internal ShiftDraft ToDraft() => new(Code, Name, Starts, Ends, Days, [.. (Breaks ?? []).Select(b => new BreakDraft(b.Starts, b.Ends))]);
}

/// <summary>A pause within its shift, times as HH:mm.</summary>
public sealed record ShiftBreakInput(string Starts, string Ends);

/// <summary>Days on which no shift starts, the first and the last included; every year: on the same days from then on.</summary>
public sealed record ClosingDaysInput(DateOnly From, DateOnly To, string Name, bool? EveryYear)
{
    internal ClosingDays ToClosing() => new(From, To, Name, EveryYear ?? false);
}

/// <summary>A day with these shifts instead of the week's; without any, it is closed.</summary>
public sealed record SpecialDayInput(DateOnly Day, string Name, IReadOnlyList<ShiftInput>? Shifts)
{
    internal SpecialDayDraft ToDraft() => new(Day, Name, [.. (Shifts ?? []).Select(s => s.ToDraft())]);
}

/// <summary>What an order about calendars made, as it is after it.</summary>
public sealed class CalendarOrders(UseCases useCases, IDirectory directory)
{
    public async Task<CalendarNode> Calendar(Guid plantId, Guid? areaId, CancellationToken cancellationToken) =>
        new(await useCases.Ask(new ViewCalendar(plantId, areaId), cancellationToken), await directory.Current(cancellationToken));

    public async Task<PlantNode> Plant(Guid id, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return new(picture.Plant(id)!, picture);
    }

    /// <summary>A repeated order may find that its team has gone since.</summary>
    /// <exception cref="GraphQLException">It has.</exception>
    public async Task<TeamNode> Team(Guid id, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return picture.Teams.FirstOrDefault(t => t.Id == id) is { } team ? new(team, picture) : throw useCases.Gone("team");
    }

    /// <summary>As <see cref="Team"/>.</summary>
    /// <exception cref="GraphQLException">It has gone.</exception>
    public async Task<AbsenceNode> Absence(Guid id, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return picture.Absences.FirstOrDefault(a => a.Id == id) is { } absence ? new(absence, picture) : throw useCases.Gone("absence");
    }
}
