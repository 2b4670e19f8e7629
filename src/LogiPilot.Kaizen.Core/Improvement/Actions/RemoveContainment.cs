using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>A containment is taken away: the condition of its removal holds.</summary>
[Needs(Permission.LeadPlan)]
public sealed record RemoveContainment(Guid ActionId) : CommandOn;

/// <inheritdoc cref="RemoveContainment"/>
public sealed class RemoveContainmentHandler(ActionBook book) : IRequestHandler<RemoveContainment, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(RemoveContainment request, CancellationToken cancellationToken) => book.Change(
        request.ActionId, request, (action, turn) => action.Remove(turn), cancellationToken);
}
