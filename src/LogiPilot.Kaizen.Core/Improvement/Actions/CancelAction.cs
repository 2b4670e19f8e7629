using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>An action is not to be done any more; after its original date it counts as late.</summary>
[Needs(Permission.LeadPlan)]
public sealed record CancelAction(Guid ActionId, string? Reason) : CommandOn;

/// <inheritdoc cref="CancelAction"/>
public sealed class CancelActionHandler(ActionBook book) : IRequestHandler<CancelAction, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(CancelAction request, CancellationToken cancellationToken) => book.Change(
        request.ActionId, request, (action, turn) => action.Cancel(turn, request.Reason), cancellationToken);
}
