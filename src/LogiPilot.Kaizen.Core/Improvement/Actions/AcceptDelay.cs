using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>The date of an action moves to the one asked for; the original one stays. Without an id, the delay that awaits its answer.</summary>
[Needs(Permission.SponsorPlan)]
public sealed record AcceptDelay(Guid ActionId, Guid? DelayId = null, string? Answer = null) : CommandOn;

/// <inheritdoc cref="AcceptDelay"/>
public sealed class AcceptDelayHandler(ActionBook book) : IRequestHandler<AcceptDelay, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(AcceptDelay request, CancellationToken cancellationToken) => book.Change(
        request.ActionId, request, (action, turn) => action.AcceptDelay(turn, request.DelayId, request.Answer), cancellationToken);
}
