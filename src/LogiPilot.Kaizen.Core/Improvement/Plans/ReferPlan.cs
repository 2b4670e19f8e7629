using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Asks a support service something about a plan.</summary>
[Needs(Permission.LeadPlan)]
public sealed record ReferPlan(Guid PlanId, SupportService Service, string? Question) : Command;

public sealed class ReferPlanHandler(PlanBook book) : IRequestHandler<ReferPlan, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReferPlan request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.PlanId, null, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        if (plan.WhyNot(PlanCommandName.Refer, turn) is { } forbidden)
        {
            return Alerts.AlertBook.Name(forbidden, turn.People, plan.PlantId);
        }

        if ((Words.Missing("question", request.Question) ?? Words.TooLong("question", request.Question, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        var referral = Referral.OfPlan(plan, request.Service, request.Question!.Trim(), turn.Actor.PersonId, turn.Now);
        book.Store.Add(referral);
        plan.Note(PlanEventKind.Referred, turn, referral.Question, null, ("service", referral.Service));
        book.Note(plan);
        book.Raise(new ReferralAsked(plan.PlantId, referral.Id, plan.Id, null, referral.Service, turn.Actor.PersonId));
        return new Made([plan.Id, referral.Id]);
    }
}
