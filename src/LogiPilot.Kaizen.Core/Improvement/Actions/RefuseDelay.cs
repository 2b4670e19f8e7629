using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>The date of an action stays, with the reason why.</summary>
[Needs(Permission.SponsorPlan)]
public sealed record RefuseDelay(Guid ActionId, Guid? DelayId = null, string? Answer = null) : CommandOn;

/// <inheritdoc cref="RefuseDelay"/>
public sealed class RefuseDelayHandler(ActionBook book) : IRequestHandler<RefuseDelay, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(RefuseDelay request, CancellationToken cancellationToken) => book.Change(
        request.ActionId, request, (action, turn) => action.RefuseDelay(turn, request.DelayId, request.Answer), cancellationToken);
}
