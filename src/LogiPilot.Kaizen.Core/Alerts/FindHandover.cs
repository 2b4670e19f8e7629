using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>One handover of a plant that the actor sees.</summary>
[Needs(Permission.SeeBoard)]
public sealed record FindHandover(Guid Id) : IQuery<ShiftHandover>;

public sealed class FindHandoverHandler(IHandoverStore handovers, ICurrentActor current)
    : IRequestHandler<FindHandover, Outcome<ShiftHandover>>
{
    public async Task<Outcome<ShiftHandover>> Handle(FindHandover request, CancellationToken cancellationToken) =>
        await handovers.Find(request.Id, cancellationToken) is { } handover && current.Actor.Sees(handover.PlantId)
            ? handover
            : Refusal.NotFound("handover");
}
