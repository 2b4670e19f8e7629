using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Who is on shift in a plant or an area, now or at an instant.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ViewOnShift(Guid PlantId, Guid? AreaId, DateTimeOffset? At) : IQuery<OnShift>;

/// <summary>The running shift (none: between shifts, or around the clock), the teams that have it and the people, each by role and team.</summary>
public sealed record OnShift(ShiftRun? Shift, IReadOnlyList<Team> Teams, IReadOnlyList<PersonOnShift> People);

/// <summary>A person on shift; without team where nobody of any team has the role.</summary>
public sealed record PersonOnShift(PersonName Person, Role Role, Team? Team);

/// <inheritdoc cref="ViewOnShift"/>
public sealed class ViewOnShiftHandler(IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ViewOnShift, Outcome<OnShift>>
{
    public async Task<Outcome<OnShift>> Handle(ViewOnShift request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (PlaceAsked.Refuses(picture, current.Actor, request.PlantId, request.AreaId) is { } refusal)
        {
            return refusal;
        }

        var at = request.At ?? clock.GetUtcNow();
        if (WorkSpan.IsFar(at, clock.GetUtcNow()))
        {
            return Refusal.Invalid("at", "instantFar", ("years", WorkSpan.FarthestYears));
        }

        var teams = picture.TeamsOnShift(request.PlantId, request.AreaId, at);
        var standing = teams.Select(t => (Team: t, People: picture.TeamOnShift(t.Id, at).Select(p => p.Id).ToHashSet())).ToList();
        var people = Enum.GetValues<Role>().SelectMany(role => picture.OnShift(request.PlantId, request.AreaId, at, role).Select(p =>
            new PersonOnShift(new(p.Id, p.Name), role, standing.Find(s => s.People.Contains(p.Id)).Team)));
        return new OnShift(picture.Calendar(request.PlantId, request.AreaId).ShiftAt(at), teams, [.. people]);
    }
}
