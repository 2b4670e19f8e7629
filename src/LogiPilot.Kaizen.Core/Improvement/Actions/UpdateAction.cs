using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// Brings an action forward, or says otherwise what is to be done; an absent (null) part stays. Its date moves by argued delays alone.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record UpdateAction(
    Guid ActionId, ActionState? State = null, ActionProof? Proof = null, string? Effect = null, bool? IsEffective = null, string? Reason = null,
    string? What = null, string? Why = null, Guid? OwnerId = null, string? RemovalCondition = null, IReadOnlyList<string>? CauseIds = null)
    : CommandOn;

/// <inheritdoc cref="UpdateAction"/>
public sealed class UpdateActionHandler(ActionBook book, IActionStore actions, IDirectory directory) : IRequestHandler<UpdateAction, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(UpdateAction request, CancellationToken cancellationToken)
    {
        if (await actions.Find(request.ActionId, cancellationToken) is { } action && book.Actor.Sees(action.PlantId))
        {
            var unknown = request.OwnerId is { } ownerId
                ? ActionBook.Person("ownerId", ownerId, action.PlantId, await directory.Current(cancellationToken))
                : null;
            unknown ??= await book.CheckAttachments("proof.attachmentIds", request.Proof?.AttachmentIds, action.PlantId, cancellationToken);
            if (unknown is not null)
            {
                return unknown;
            }
        }

        return await book.Change(
            request.ActionId,
            request,
            (found, turn) => found.Change(turn, request.What, request.Why, request.RemovalCondition, request.CauseIds)
                ?? (request.OwnerId is { } ownerId ? found.Give(turn, ownerId) : null)
                ?? found.Progress(turn, request.State, request.Proof, request.Effect, request.IsEffective, request.Reason),
            cancellationToken);
    }
}
