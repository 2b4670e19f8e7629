using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A page of the alerts of the plants that the actor sees.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListAlerts(AlertFilter Filter, AlertOrder Order, PageRequest Page) : IQuery<Page<Alert>>;

public sealed class ListAlertsHandler(IAlertReader reader, ICurrentActor current)
    : IRequestHandler<ListAlerts, Outcome<Page<Alert>>>
{
    public async Task<Outcome<Page<Alert>>> Handle(ListAlerts request, CancellationToken cancellationToken) =>
        await reader.List([.. current.Actor.PlantIds], request.Filter, request.Order, request.Page, cancellationToken);
}
