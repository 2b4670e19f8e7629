using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// Signs a step: its gate must hold, the earlier ones be signed. Where the step says that the plan is not warranted, the plan ends there;
/// with a method to turn into, another plan is opened with its charter.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record SignStep(Guid PlanId, string Step, string? TurnInto = null) : CommandOn;

public sealed class SignStepHandler(PlanBook book, PlanPictures pictures) : IRequestHandler<SignStep, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SignStep request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.PlanId, request, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        var picture = await pictures.Of(plan, cancellationToken);
        var definition = plan.Method.Step(request.Step);
        var exit = definition is not null && Gate.Leaves(picture, definition) ? definition.Exit : null;
        var gate = definition is null ? [] : Gate.ToSign(picture, definition);
        if (request.TurnInto is { } into && exit?.TurnsInto.Contains(into, StringComparer.Ordinal) != true)
        {
            return Refusal.Invalid("turnInto", "stepTurnsNot", ("method", into));
        }

        if (plan.Sign(request.Step, gate, turn) is { } refused)
        {
            return Alerts.AlertBook.Name(refused, turn.People, plan.PlantId);
        }

        if (exit is null)
        {
            book.Save(plan);
            return (Made)plan.Id;
        }

        plan.Leave(request.Step, turn);
        book.Save(plan);
        return request.TurnInto is { } method ? await Turn(plan, method, cancellationToken) : (Made)plan.Id;
    }

    private async Task<Outcome<Made>> Turn(ActionPlan plan, string method, CancellationToken cancellationToken)
    {
        var charter = new PlanCharter(
            plan.Title, plan.Perimeter, plan.Keys, plan.AreaId, plan.SponsorId, plan.LeaderId, plan.Participants, plan.Choices, plan.FollowUpDays,
            Deadline: null, plan.Constraints, plan.Cost, plan.Gain);
        var opened = await book.Open(method, new PlanDraft(plan.PlantId, plan.Origin, charter), cancellationToken);
        return opened.Refusal is { } refusal ? refusal : new Made([plan.Id, opened.Value.Id]);
    }
}
