using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Says when a plant works, or one of its areas by a calendar of its own: the whole calendar takes the place of what was. Refused
/// with every fault at once, and while a team's rotation names a shift that would be no more. Answers the calendar's id.
/// </summary>
[Needs(Permission.Administer)]
public sealed record SaveCalendar(
    Guid PlantId, Guid? AreaId, IReadOnlyList<ShiftDraft> Shifts, IReadOnlyList<ClosingDays> Closings,
    IReadOnlyList<SpecialDayDraft> SpecialDays) : CommandOn;

/// <inheritdoc cref="SaveCalendar"/>
public sealed class SaveCalendarHandler(CalendarBook book, ICalendarStore calendars, TimeProvider clock)
    : IRequestHandler<SaveCalendar, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveCalendar request, CancellationToken cancellationToken)
    {
        if (await book.Refuses(request.PlantId, cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        if (request.AreaId is { } area && !await book.IsArea(request.PlantId, area, cancellationToken))
        {
            return Refusal.NotFound("area");
        }

        var rules = new CalendarRules();
        var (shifts, closings, special) =
            (rules.Shifts(request.Shifts), rules.Closings(request.Closings), rules.SpecialDays(request.SpecialDays));
        if (rules.Refusal is { } refusal)
        {
            return refusal;
        }

        var all = await calendars.Calendars(request.PlantId, cancellationToken);
        var kept = all.FirstOrDefault(c => c.AreaId == request.AreaId);
        if (await book.Stale(request, request.PlantId, kept?.Id, kept?.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var calendar = kept ?? PlantCalendar.Create(
            Guid.CreateVersion7(clock.GetUtcNow()), request.PlantId, request.AreaId, shifts, closings, special);
        kept?.Revise(shifts, closings, special);
        if (await book.Orphan(request.PlantId, [.. all.Where(c => c != kept), calendar], cancellationToken) is var (team, code))
        {
            return Refusal.Invalid("shifts", "shiftInUse", ("code", code), ("team", team.Name));
        }

        if (kept is null)
        {
            calendars.Add(calendar);
        }
        else
        {
            calendars.Save(calendar);
        }

        return book.TellCalendar(request.PlantId, calendar.Id);
    }
}
