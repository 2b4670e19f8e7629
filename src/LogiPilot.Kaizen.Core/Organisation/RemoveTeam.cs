using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Takes a team away; its people stay. Answers the team's id.</summary>
[Needs(Permission.Administer)]
public sealed record RemoveTeam(Guid TeamId) : CommandOn;

/// <inheritdoc cref="RemoveTeam"/>
public sealed class RemoveTeamHandler(CalendarBook book, ICalendarStore calendars) : IRequestHandler<RemoveTeam, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RemoveTeam request, CancellationToken cancellationToken)
    {
        if (await calendars.FindTeam(request.TeamId, cancellationToken) is not { } team || !book.Actor.Sees(team.PlantId))
        {
            return Refusal.NotFound("team");
        }

        if ((await book.Refuses(team.PlantId, cancellationToken)
            ?? await book.Stale(request, team.PlantId, team.Id, team.Version, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        calendars.Remove(team);
        return book.Tell(team.PlantId, team.Id, "team");
    }
}
