using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>A manager accepts, adjusts or refuses a proposal, with the reason; the version expected is the proposal's.</summary>
[Needs(Permission.DecideProposal)]
public sealed record DecideProposal(Guid ProposalId, DecisionKind Kind, string? Reason, string? Adjustment = null) : CommandOn;

/// <inheritdoc cref="DecideProposal"/>
public sealed class DecideProposalHandler(DysfunctionBook book, IDysfunctionStore dysfunctions, IEvents events)
    : IRequestHandler<DecideProposal, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(DecideProposal request, CancellationToken cancellationToken)
    {
        if (await dysfunctions.FindProposal(request.ProposalId, cancellationToken) is not { } proposal || !book.Actor.Sees(proposal.PlantId))
        {
            return Refusal.NotFound("proposal");
        }

        var about = (await dysfunctions.Find(proposal.DysfunctionId, cancellationToken))!;
        var refusal = about.WhyNot(DysfunctionCommandName.Decide, book.Actor) is { Code: RefusalCode.Forbidden } forbidden ? forbidden
            : request.ExpectedVersion is { } expected && expected != proposal.Version && proposal.Decision is null
                ? Refusal.Conflict("proposalChanged", ("currentVersion", proposal.Version), ("changed", Changed.Proposal))
                : proposal.Decide(request.Kind, request.Reason, request.Adjustment, book.Actor.PersonId!.Value, book.Now);
        if (refusal is not null)
        {
            return await book.Name(refusal, about.PlantId, cancellationToken);
        }

        about.Decide(request.Kind, book.Actor, book.Now);
        dysfunctions.Save(proposal);
        dysfunctions.Save(about);
        events.Raise(new ProposalDecided(
            about.PlantId, about.Id, about.Number, about.Title, proposal.Id, request.Kind, proposal.Decision!.Reason,
            proposal.Decision.Adjustment, proposal.Decision.ById, proposal.ProposedById, about.ReportedById, about.ActionPlanId));
        return (Made)proposal.Id;
    }
}
