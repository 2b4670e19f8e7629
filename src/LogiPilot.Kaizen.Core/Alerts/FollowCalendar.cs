using LogiPilot.Kaizen.Core.Organisation;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Levels still to come follow the calendar as it is: no alert waits for the start of a shift that is no more. The calendars are those of
/// the running transaction, which the directory does not know yet.
/// </summary>
public sealed class FollowCalendar(
    IEscalationStore escalations, IAlertStore alerts, ICalendarStore calendars, IDirectory directory, TimeProvider clock)
    : INotificationHandler<CalendarChanged>
{
    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        var plantId = notification.PlantOfCalendar;
        var zone = (await directory.Current(cancellationToken)).Calendar(plantId, null).Zone;
        var kept = await calendars.Calendars(plantId, cancellationToken);
        var ofPlant = kept.FirstOrDefault(c => c.AreaId is null) is { } whole ? WorkCalendar.Of(whole, zone) : WorkCalendar.AroundTheClock(zone);
        var ofAreas = kept.Where(c => c.AreaId is not null).ToDictionary(c => c.AreaId!.Value, c => WorkCalendar.Of(c, zone));
        foreach (var escalation in (await escalations.RunningIn(plantId, cancellationToken)).Where(e => !e.ClockTime))
        {
            var area = (await alerts.Find(escalation.AlertId, cancellationToken))?.AreaId;
            var calendar = area is { } own ? ofAreas.GetValueOrDefault(own, ofPlant) : ofPlant;
            if (escalation.Reschedule(calendar.WorkingTime(), clock.GetUtcNow()))
            {
                escalations.Save(escalation);
            }
        }
    }
}
