using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// A leader plans work at a place (none: in the whole plant), or changes what he planned: every week or once, until a last day (of
/// what is once: its last). What it no longer holds back returns. Answers the window's id.
/// </summary>
[Needs(Permission.LeadAlert)]
public sealed record SaveMaintenanceWindow(
    Guid? WindowId, Guid PlantId, Guid? PlaceId, IReadOnlyList<AlertKind>? Kinds, WeeklyTimes? Weekly, DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt, DateOnly? Until, string? Reason, Guid? OwnerId = null) : CommandOn;

public sealed class SaveMaintenanceWindowHandler(MaintenanceBook book, IDirectory directory)
    : IRequestHandler<SaveMaintenanceWindow, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveMaintenanceWindow request, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        if (people.Plant(request.PlantId) is null || !book.Actor.Sees(request.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        if (request.PlaceId is { } placeId && people.Place(placeId)?.PlantId != request.PlantId)
        {
            return Refusal.NotFound("place");
        }

        if (book.MayNot(people, request.PlantId, request.PlaceId) is { } forbidden)
        {
            return forbidden;
        }

        if (request.OwnerId is { } ownerId && people.ActorOf(ownerId)?.Sees(request.PlantId) != true)
        {
            return Refusal.NotFound("person");
        }

        var zone = people.Calendar(request.PlantId, null).Zone;
        var until = request is { Weekly: null, EndsAt: { } end }
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, zone).DateTime)
            : request.Until;
        if (until is not { } lastDay)
        {
            return Refusal.Invalid("until", "windowUntilNeeded");
        }

        var terms = new WindowTerms(
            request.PlaceId, request.Kinds, request.Weekly, request.StartsAt, request.EndsAt, lastDay, request.Reason ?? "",
            request.OwnerId ?? book.Actor.PersonId!.Value);
        return request.WindowId is { } windowId
            ? await book.Change(
                windowId,
                request,
                (window, now) => window.PlantId == request.PlantId ? window.Revise(terms, now, zone) : Refusal.NotFound("window"),
                cancellationToken)
            : book.Open(request.PlantId, terms, zone);
    }
}
