using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>The calendar by which a plant or an area works, and its next days. Refused as not found where there is none.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ViewCalendar(Guid PlantId, Guid? AreaId) : IQuery<CalendarView>
{
    public const int Days = 14;
}

/// <summary>A calendar as it works somewhere; own: it is the area's (or, asked for the plant, the plant's) and not one that stands in.</summary>
public sealed record CalendarView(PlantCalendar Calendar, bool IsOwn, IReadOnlyList<CalendarDay> Next14Days);

/// <inheritdoc cref="ViewCalendar"/>
public sealed class ViewCalendarHandler(IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ViewCalendar, Outcome<CalendarView>>
{
    public async Task<Outcome<CalendarView>> Handle(ViewCalendar request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (PlaceAsked.Refuses(picture, current.Actor, request.PlantId, request.AreaId) is { } refusal)
        {
            return refusal;
        }

        if (picture.CalendarKept(request.PlantId, request.AreaId) is not { } kept)
        {
            return Refusal.NotFound("calendar");
        }

        var calendar = picture.Calendar(request.PlantId, request.AreaId);
        var today = calendar.DayOf(clock.GetUtcNow());
        return new CalendarView(
            kept, kept.AreaId == request.AreaId, [.. Enumerable.Range(0, ViewCalendar.Days).Select(i => calendar.Day(today.AddDays(i)))]);
    }
}

/// <summary>Whether a plant, or an area of it, is there for an actor.</summary>
internal static class PlaceAsked
{
    public static Refusal? Refuses(OrganisationPicture picture, Actor actor, Guid plantId, Guid? areaId) =>
        picture.Plant(plantId) is null || !actor.Sees(plantId) ? Refusal.NotFound("plant")
        : areaId is { } area && !(picture.Place(area) is { Kind: PlaceKind.Area } place && place.PlantId == plantId) ? Refusal.NotFound("area")
        : null;
}
