using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>Somebody saw that an action is done, and says what it brought.</summary>
[Needs(Permission.LeadPlan)]
public sealed record VerifyAction(Guid ActionId, bool? IsEffective = null, string? Effect = null) : CommandOn;

/// <inheritdoc cref="VerifyAction"/>
public sealed class VerifyActionHandler(ActionBook book) : IRequestHandler<VerifyAction, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(VerifyAction request, CancellationToken cancellationToken) => book.Change(
        request.ActionId, request, (action, turn) => action.Verify(turn, request.IsEffective, request.Effect), cancellationToken);
}
