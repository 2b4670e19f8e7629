using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>One alert; not found alike when unknown or of a plant that the actor does not see.</summary>
[Needs(Permission.SeeBoard)]
public sealed record FindAlert(Guid AlertId) : IQuery<Alert>;

public sealed class FindAlertHandler(IAlertReader reader, ICurrentActor current) : IRequestHandler<FindAlert, Outcome<Alert>>
{
    public async Task<Outcome<Alert>> Handle(FindAlert request, CancellationToken cancellationToken) =>
        await reader.Find(request.AlertId, cancellationToken) is { } alert && current.Actor.Sees(alert.PlantId)
            ? alert
            : Refusal.NotFound("alert");
}
