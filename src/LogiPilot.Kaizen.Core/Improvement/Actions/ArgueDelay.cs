using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>Asks for a later date, with its reasons; until it is accepted the date stays.</summary>
[Needs(Permission.LeadPlan)]
public sealed record ArgueDelay(Guid ActionId, string? Cause, string? Impact, string? Measures, DateOnly NewDueOn) : CommandOn;

/// <inheritdoc cref="ArgueDelay"/>
public sealed class ArgueDelayHandler(ActionBook book) : IRequestHandler<ArgueDelay, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(ArgueDelay request, CancellationToken cancellationToken) => book.Change(
        request.ActionId, request, (action, turn) => action.ArgueDelay(turn, request.Cause, request.Impact, request.Measures, request.NewDueOn), cancellationToken);
}
