using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// Proposes an improvement of an analysed dysfunction, or revises the proposal that waits (<see cref="ProposalId"/>; the version
/// expected is the proposal's). The managers are told.
/// </summary>
[Needs(Permission.ReportDysfunction)]
public sealed record ProposeImprovement(Guid DysfunctionId, ProposalTerms Terms, Guid? ProposalId = null) : CommandOn;

/// <inheritdoc cref="ProposeImprovement"/>
public sealed class ProposeImprovementHandler(DysfunctionBook book, IDysfunctionStore dysfunctions, IDirectory directory, IEvents events)
    : IRequestHandler<ProposeImprovement, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ProposeImprovement request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.DysfunctionId, request.ProposalId is null ? request.ExpectedVersion : null, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var about = found.Value;
        var people = await directory.Current(cancellationToken);
        if (request.Terms.PeopleIds.Any(id => people.ActorOf(id)?.Sees(about.PlantId) != true))
        {
            return Refusal.NotFound("person");
        }

        if (request.Terms.Risks is { } risks && AnalysisFields.Check(AnalysisKind.Risks, risks, "risks") is { } wrong)
        {
            return wrong;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(book.Now, people.Calendar(about.PlantId, null).Zone).DateTime);
        var proposed = request.ProposalId is { } id
            ? await Revise(about, id, request, today, cancellationToken)
            : Propose(about, request.Terms, today);
        if (proposed.Refusal is { } refused)
        {
            return await book.Name(refused, about.PlantId, cancellationToken);
        }

        dysfunctions.Save(about);
        events.Raise(new ImprovementProposed(
            about.PlantId, about.Id, about.Number, about.Title, proposed.Value.Id, about.AreaId, book.Actor.PersonId!.Value,
            request.ProposalId is not null, DysfunctionPeople.Deciders(people, about.PlantId, about.AreaId)));
        return (Made)proposed.Value.Id;
    }

    private Outcome<Proposal> Propose(Dysfunction about, ProposalTerms terms, DateOnly today)
    {
        if (about.WhyNot(DysfunctionCommandName.Propose, book.Actor) is { } refusal)
        {
            return refusal;
        }

        var made = Proposal.Make(about, terms, today, book.Actor.PersonId!.Value, book.Now);
        if (made.IsDone)
        {
            about.Propose(book.Actor, book.Now);
            dysfunctions.Add(made.Value);
        }

        return made;
    }

    private async Task<Outcome<Proposal>> Revise(
        Dysfunction about, Guid proposalId, ProposeImprovement request, DateOnly today, CancellationToken cancellationToken)
    {
        if (await dysfunctions.FindProposal(proposalId, cancellationToken) is not { } proposal || proposal.DysfunctionId != about.Id)
        {
            return Refusal.NotFound("proposal");
        }

        var refusal = about.WhyNot(DysfunctionCommandName.Describe, book.Actor)
            ?? (request.ExpectedVersion is { } expected && expected != proposal.Version
                ? Refusal.Conflict("proposalChanged", ("currentVersion", proposal.Version), ("changed", Changed.Proposal))
                : proposal.Revise(request.Terms, today));
        if (refusal is not null)
        {
            return refusal;
        }

        about.ReviseProposal(book.Actor, book.Now);
        dysfunctions.Save(proposal);
        return proposal;
    }
}
