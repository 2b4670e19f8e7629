using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Maintenance windows of the actor's plants, those that last longest first; ended ones too.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListMaintenanceWindows(IReadOnlyList<Guid>? PlantIds) : IQuery<IReadOnlyList<MaintenanceWindow>>;

public sealed class ListMaintenanceWindowsHandler(IMaintenanceWindowStore windows, ICurrentActor current)
    : IRequestHandler<ListMaintenanceWindows, Outcome<IReadOnlyList<MaintenanceWindow>>>
{
    public async Task<Outcome<IReadOnlyList<MaintenanceWindow>>> Handle(
        ListMaintenanceWindows request, CancellationToken cancellationToken) =>
        (await windows.List(current.Actor.PlantsAmong(request.PlantIds), cancellationToken)).ToList();
}
