using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// A manager accepts, adjusts or refuses a proposal, with the reason; the version expected is the proposal's. What is accepted opens a plan
/// by a method (<see cref="StandardMethod"/> when none is chosen), prefilled; whoever proposed leads it and the decider sponsors it
/// unless others are named.
/// </summary>
[Needs(Permission.DecideProposal)]
public sealed record DecideProposal(
    Guid ProposalId, DecisionKind Kind, string? Reason, string? Adjustment = null, string? Method = null, Guid? LeaderId = null,
    Guid? SponsorId = null) : CommandOn
{
    /// <summary>What improvements are mostly made by.</summary>
    public const string StandardMethod = "PDCA";
}

/// <inheritdoc cref="DecideProposal"/>
public sealed class DecideProposalHandler(DysfunctionBook book, IDysfunctionStore dysfunctions, PlanBook plans, IEvents events)
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
        if (request.Kind != DecisionKind.Refused)
        {
            var opened = await plans.Open(request.Method ?? DecideProposal.StandardMethod, Draft(about, proposal, request), cancellationToken);
            if (opened.Refusal is { } unopened)
            {
                return unopened;
            }

            about.EnterPlan(opened.Value.Id, book.Actor, book.Now);
        }

        dysfunctions.Save(proposal);
        dysfunctions.Save(about);
        events.Raise(new ProposalDecided(
            about.PlantId, about.Id, about.Number, about.Title, proposal.Id, request.Kind, proposal.Decision!.Reason,
            proposal.Decision.Adjustment, proposal.Decision.ById, proposal.ProposedById, about.ReportedById, about.ActionPlanId));
        return new Made([proposal.Id, .. about.ActionPlanId is { } planId ? [planId] : Array.Empty<Guid>()]);
    }

    /// <summary>The manager who decides is its sponsor, unless another is named or he leads it himself.</summary>
    private PlanDraft Draft(Dysfunction about, Proposal proposal, DecideProposal request)
    {
        var leader = request.LeaderId ?? proposal.ProposedById;
        var sponsor = request.SponsorId ?? (leader == book.Actor.PersonId ? null : book.Actor.PersonId);
        var words = string.Join("\n\n", ((string?[])[proposal.Description, proposal.Objectives, proposal.Decision!.Adjustment]).OfType<string>());
        return new(
            about.PlantId,
            new(PlanOriginKind.Dysfunction, about.Id, about.AlertIds, words),
            new(
                Title: about.Title, Perimeter: about.Perimeter, Keys: about.Keys.Take(PlanCharter.MostKeys).ToList(), AreaId: about.AreaId,
                SponsorId: sponsor, LeaderId: leader,
                Participants: [.. proposal.PeopleIds.Where(p => p != leader && p != sponsor).Select(p => new PlanParticipant(p, "", ""))],
                Deadline: proposal.Deadline, Constraints: proposal.Constraints, Cost: proposal.Cost, Gain: proposal.Gain));
    }
}
