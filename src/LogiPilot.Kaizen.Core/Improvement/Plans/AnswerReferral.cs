using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A support service answers what it was asked about a plan or a dysfunction.</summary>
[Needs(Permission.AnswerReferral)]
public sealed record AnswerReferral(Guid ReferralId, string? Answer) : Command;

public sealed class AnswerReferralHandler(PlanBook book, IDirectory directory) : IRequestHandler<AnswerReferral, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AnswerReferral request, CancellationToken cancellationToken)
    {
        if (await book.Store.FindReferral(request.ReferralId, cancellationToken) is not { } referral || !book.Actor.Sees(referral.PlantId))
        {
            return Refusal.NotFound("referral");
        }

        if (referral.Reply(book.Actor, request.Answer, book.Now) is { } refused)
        {
            return Alerts.AlertBook.Name(refused, await directory.Current(cancellationToken), referral.PlantId);
        }

        book.Store.Save(referral);
        if (referral.PlanId is { } planId && await book.Store.Find(planId, cancellationToken) is { } plan)
        {
            var turn = await book.Turn(plan.PlantId, cancellationToken);
            plan.Note(PlanEventKind.Answered, turn, referral.Answer, null, ("service", referral.Service));
            book.Note(plan);
        }

        book.Raise(new ReferralAnswered(
            referral.PlantId, referral.Id, referral.PlanId, referral.DysfunctionId, referral.Service, referral.AskedById, book.Actor.PersonId));
        return (Made)referral.Id;
    }
}
