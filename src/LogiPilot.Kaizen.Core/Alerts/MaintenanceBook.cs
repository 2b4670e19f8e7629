using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>How maintenance windows are opened and changed: by a leader of the place, and what they no longer hold back returns.</summary>
public sealed class MaintenanceBook(
    IMaintenanceWindowStore windows, AlertBook alerts, Meanwhile meanwhile, IEvents events, IDirectory directory)
{
    public Actor Actor => alerts.Actor;

    public Refusal? MayNot(OrganisationPicture people, Guid plantId, Guid? placeId) =>
        Actor.Leads(people, plantId, placeId is { } id ? people.Place(id)?.AreaId : null)
            ? null
            : Refusal.Of(RefusalCode.Forbidden, "forbiddenWindow", ("permission", Permission.LeadAlert));

    public Outcome<Made> Open(Guid plantId, WindowTerms terms, TimeZoneInfo zone)
    {
        var opened = MaintenanceWindow.Open(Guid.CreateVersion7(alerts.Now), plantId, terms, alerts.Now, zone);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        windows.Add(opened.Value);
        events.Raise(new MaintenanceWindowChanged(plantId, opened.Value.Id, opened.Value.IsActive));
        return (Made)opened.Value.Id;
    }

    public async Task<Outcome<Made>> Change(
        Guid windowId, CommandOn command, Func<MaintenanceWindow, DateTimeOffset, Refusal?> change, CancellationToken cancellationToken)
    {
        if (await windows.Find(windowId, cancellationToken) is not { } window || !Actor.Sees(window.PlantId))
        {
            return Refusal.NotFound("window");
        }

        var people = await directory.Current(cancellationToken);
        if (MayNot(people, window.PlantId, window.PlaceId) is { } forbidden)
        {
            return forbidden;
        }

        if (await meanwhile.Refuses(command, window.PlantId, window.Id, window.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        if (change(window, alerts.Now) is { } refusal)
        {
            return refusal;
        }

        windows.Save(window);
        events.Raise(new MaintenanceWindowChanged(window.PlantId, window.Id, window.IsActive));
        var zone = people.Calendar(window.PlantId, null).Zone;
        foreach (var alert in await windows.HeldBy(windowId, cancellationToken))
        {
            if (!window.Concerns(alert) || window.EndAround(alerts.Now, zone) is not { } ends)
            {
                alert.LeaveWindow(alerts.Now);
                alerts.Save(alert);
            }
            else if (alert.ShelvedUntil != ends)
            {
                alert.ShelveIn(window, ends, alerts.Now);
                alerts.Save(alert);
            }
        }

        return (Made)windowId;
    }
}
