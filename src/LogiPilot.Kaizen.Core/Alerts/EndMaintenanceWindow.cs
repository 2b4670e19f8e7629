using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The work is done, or will not be: what the window holds back returns at once.</summary>
[Needs(Permission.LeadAlert)]
public sealed record EndMaintenanceWindow(Guid WindowId) : CommandOn;

public sealed class EndMaintenanceWindowHandler(MaintenanceBook book) : IRequestHandler<EndMaintenanceWindow, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(EndMaintenanceWindow request, CancellationToken cancellationToken) =>
        book.Change(request.WindowId, request, (window, _) => window.End(), cancellationToken);
}
