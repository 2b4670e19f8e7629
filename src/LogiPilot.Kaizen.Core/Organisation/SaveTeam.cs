using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Makes a team (without id) or says anew what it is: the people, the areas (none: the whole plant) and the rotation, shift codes
/// week by week from a Monday on (null: a week off; none at all: every shift). Answers the team's id.
/// </summary>
[Needs(Permission.Administer)]
public sealed record SaveTeam(Guid PlantId, Guid? TeamId, TeamFacts Facts) : CommandOn
{
    public const int MostTeams = 200;
    public const int MostMembers = 500;
    public const int MostWeeks = 53;
}

/// <inheritdoc cref="SaveTeam"/>
public sealed class SaveTeamHandler(CalendarBook book, ICalendarStore calendars, TimeProvider clock)
    : IRequestHandler<SaveTeam, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveTeam request, CancellationToken cancellationToken)
    {
        if (await book.Refuses(request.PlantId, cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        var teams = await calendars.Teams(request.PlantId, cancellationToken);
        var team = teams.FirstOrDefault(t => t.Id == request.TeamId);
        if (request.TeamId is not null && team is null)
        {
            return Refusal.NotFound("team");
        }

        if (await book.Stale(request, request.PlantId, team?.Id, team?.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var facts = request.Facts with
        {
            Code = request.Facts.Code.Trim(), Name = request.Facts.Name.Trim(),
            AreaIds = [.. request.Facts.AreaIds.Distinct()], MemberIds = [.. request.Facts.MemberIds.Distinct()],
        };
        if (Refusal.All([.. Faults(facts, team, teams), .. await Strangers(request.PlantId, facts, cancellationToken)]) is { } refusal)
        {
            return refusal;
        }

        if (team is null)
        {
            team = Team.Create(Guid.CreateVersion7(clock.GetUtcNow()), request.PlantId, facts);
            calendars.Add(team);
        }
        else
        {
            team.Revise(facts);
            calendars.Save(team);
        }

        return book.Tell(request.PlantId, team.Id, "team");
    }

    private static IEnumerable<Refusal?> Faults(TeamFacts facts, Team? team, IReadOnlyList<Team> teams)
    {
        yield return Words.Missing("code", facts.Code) ?? Words.TooLong("code", facts.Code, PersonRules.LongestCode);
        yield return Words.Missing("name", facts.Name) ?? Words.TooLong("name", facts.Name, Words.InName);
        yield return teams.Any(t => t != team && string.Equals(t.Code, facts.Code, StringComparison.OrdinalIgnoreCase))
            ? Refusal.Invalid("code", "teamCodeTaken", ("code", facts.Code))
            : null;
        yield return team is null && teams.Count >= SaveTeam.MostTeams ? Refusal.Invalid("code", "tooMany", ("most", SaveTeam.MostTeams)) : null;
        yield return facts.MemberIds.Count > SaveTeam.MostMembers ? Refusal.Invalid("memberIds", "tooMany", ("most", SaveTeam.MostMembers)) : null;
        yield return facts.Rotation.Count > SaveTeam.MostWeeks ? Refusal.Invalid("rotation", "tooMany", ("most", SaveTeam.MostWeeks)) : null;
        yield return facts.RotationStarts.DayOfWeek != DayOfWeek.Monday ? Refusal.Invalid("rotationStarts", "rotationNeedsMonday") : null;
    }

    private async Task<List<Refusal?>> Strangers(Guid plantId, TeamFacts facts, CancellationToken cancellationToken)
    {
        var strangers = new List<Refusal?>();
        foreach (var (index, areaId) in facts.AreaIds.Index())
        {
            strangers.Add(await book.IsArea(plantId, areaId, cancellationToken) ? null : Refusal.NotFound("area") with { Field = $"areaIds.{index}" });
        }

        foreach (var (index, memberId) in facts.MemberIds.Take(SaveTeam.MostMembers).Index())
        {
            strangers.Add(
                await book.PersonOf(plantId, memberId, cancellationToken) is null ? Refusal.Invalid($"memberIds.{index}", "memberNotOfPlant") : null);
        }

        var codes = CalendarBook.Codes(await calendars.Calendars(plantId, cancellationToken));
        strangers.AddRange(facts.Rotation.Index().Where(week => week.Item is { } code && !codes.Contains(code))
            .Select(week => Refusal.Invalid($"rotation.{week.Index}", "rotationShiftUnknown", ("code", week.Item))));
        return strangers;
    }
}
