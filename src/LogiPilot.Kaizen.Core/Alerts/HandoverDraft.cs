using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// What a handover signed now would say: the shift that ends, the next one (null when nobody follows), what is open, what cleared
/// untaken, until when it is to be answered; and why it cannot be signed.
/// </summary>
public sealed record HandoverDraft(
    Guid PlantId, Guid? AreaId, ShiftRun? Shift, ShiftRun? Next, IReadOnlyList<Alert> Open, IReadOnlyList<Alert> ClearedUntaken,
    DateTimeOffset? DueAt, Refusal? WhyNot);

/// <summary>The handover of an area (none: the plant) as it would be signed now.</summary>
[Needs(Permission.SeeBoard)]
public sealed record DraftHandover(Guid PlantId, Guid? AreaId) : IQuery<HandoverDraft>;

public sealed class DraftHandoverHandler(HandoverDrafts drafts) : IRequestHandler<DraftHandover, Outcome<HandoverDraft>>
{
    public Task<Outcome<HandoverDraft>> Handle(DraftHandover request, CancellationToken cancellationToken) =>
        drafts.Of(request.PlantId, request.AreaId, cancellationToken);
}

/// <summary>Draws up handovers, for who looks and for who signs alike.</summary>
public sealed class HandoverDrafts(
    IDirectory directory, IAlertReader alerts, IHandoverStore handovers, ICurrentActor current, TimeProvider clock)
{
    public async Task<Outcome<HandoverDraft>> Of(Guid plantId, Guid? areaId, CancellationToken cancellationToken)
    {
        var (people, now) = (await directory.Current(cancellationToken), clock.GetUtcNow());
        if (people.Plant(plantId) is null || !current.Actor.Sees(plantId))
        {
            return Refusal.NotFound("plant");
        }

        if (areaId is { } area && !(people.Place(area) is { Kind: PlaceKind.Area } place && place.PlantId == plantId))
        {
            return Refusal.NotFound("area");
        }

        var calendar = people.Calendar(plantId, areaId);
        var shift = Ending(calendar, now);
        var next = shift is null ? null : calendar.NextShift(shift.Ends);
        next = next is not null && people.Followers(plantId, areaId, next.Starts).Count > 0 ? next : null;
        var isSigned = shift is not null && await handovers.Of(plantId, areaId, shift.Ends, cancellationToken) is not null;
        var open = (await alerts.Open([plantId], cancellationToken)).Where(a => areaId is null || a.AreaId == areaId).ToList();
        var cleared = shift is null ? [] : await handovers.ClearedUntaken(plantId, areaId, shift.Starts, cancellationToken);
        DateTimeOffset? due = shift is null ? null
            : next is null ? Later(shift.Ends, now)
            : Later(next.Starts, now) + ShiftHandover.AnsweredWithin;
        return new HandoverDraft(plantId, areaId, shift, next, open, cleared, due, WhyNot(people, calendar, plantId, areaId, shift, isSigned, now));
    }

    private Refusal? WhyNot(
        OrganisationPicture people, WorkCalendar calendar, Guid plantId, Guid? areaId, ShiftRun? shift, bool isSigned, DateTimeOffset now) =>
        !current.Actor.Leads(people, plantId, areaId) ? Refusal.Of(RefusalCode.Forbidden, "forbiddenHandover", ("permission", Permission.LeadAlert))
        : calendar.IsAroundTheClock ? Refusal.Conflict("handoverWithoutCalendar", ("changed", Array.Empty<string>()))
        : shift is null ? Refusal.Conflict("handoverBetweenShifts", ("changed", Array.Empty<string>()))
        : shift.Ends - now > ShiftHandover.SignedFrom
            ? Refusal.Conflict("handoverTooEarly", ("from", shift.Ends - ShiftHandover.SignedFrom), ("changed", Array.Empty<string>()))
        : isSigned ? Refusal.Conflict("handoverSigned", ("changed", Array.Empty<string>()))
        : null;

    /// <summary>The shift that ends soon or has just ended; else the one that runs.</summary>
    private static ShiftRun? Ending(WorkCalendar calendar, DateTimeOffset now)
    {
        var running = calendar.ShiftAt(now);
        var ended = calendar.ShiftAt(now - ShiftHandover.SignedUntil) is { } before && before.Ends <= now ? before : null;
        return running is not null && running.Ends - now <= ShiftHandover.SignedFrom ? running : ended ?? running;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
