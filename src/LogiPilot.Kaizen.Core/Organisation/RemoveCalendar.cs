using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Takes a calendar away: an area then works by the plant's, a plant around the clock. Refused while a team's rotation names a shift
/// that would be no more. Answers the plant's id.
/// </summary>
[Needs(Permission.Administer)]
public sealed record RemoveCalendar(Guid PlantId, Guid? AreaId) : CommandOn;

/// <inheritdoc cref="RemoveCalendar"/>
public sealed class RemoveCalendarHandler(CalendarBook book, ICalendarStore calendars) : IRequestHandler<RemoveCalendar, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RemoveCalendar request, CancellationToken cancellationToken)
    {
        if (await book.Refuses(request.PlantId, cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        var all = await calendars.Calendars(request.PlantId, cancellationToken);
        if (all.FirstOrDefault(c => c.AreaId == request.AreaId) is not { } calendar)
        {
            return Refusal.NotFound("calendar");
        }

        if (await book.Stale(request, calendar.PlantId, calendar.Id, calendar.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        if (await book.Orphan(request.PlantId, all.Where(c => c != calendar), cancellationToken) is var (team, code))
        {
            return Refusal.Invalid("areaId", "shiftInUse", ("code", code), ("team", team.Name));
        }

        calendars.Remove(calendar);
        book.TellCalendar(request.PlantId, calendar.Id);
        return (Made)request.PlantId;
    }
}
