using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// Signs a step: its gate must hold, the earlier ones be signed. Where the step says that the plan is not warranted, the plan ends there
/// and what is open of it stands alone; with a method to turn into, another plan is opened with its content.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record SignStep(Guid PlanId, string Step, string? TurnInto = null) : CommandOn;

public sealed class SignStepHandler(PlanBook book, PlanPictures pictures, IActionStore planned, ActionBook actions) : IRequestHandler<SignStep, Outcome<Made>>
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
        var open = (await planned.OfPlan(plan.Id, cancellationToken)).Where(a => !a.IsOver).ToList();
        if (request.TurnInto is { } method)
        {
            return await Turn(picture, definition!, method, open, cancellationToken);
        }

        foreach (var action in open)
        {
            action.StandAlone(plan.SponsorId, plan.Keys is [var key, ..] ? key : null);
            actions.Save(action);
        }

        return (Made)plan.Id;
    }

    private async Task<Outcome<Made>> Turn(
        PlanPicture picture, StepDefinition left, string method, IReadOnlyList<ImprovementAction> open, CancellationToken cancellationToken)
    {
        var plan = picture.Plan;
        var charter = new PlanCharter(
            plan.Title, plan.Perimeter, plan.Keys, plan.AreaId, plan.SponsorId, plan.LeaderId, plan.Participants, plan.Choices, plan.FollowUpDays,
            Deadline: null, plan.Constraints, plan.Cost, plan.Gain);
        var opened = await book.Open(method, new PlanDraft(plan.PlantId, plan.Origin, charter), cancellationToken);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var next = opened.Value;
        foreach (var written in picture.Values.Values.Where(v => v.Step == left.Code && v.Value is not null))
        {
            foreach (var into in left.Exit?.Carries?.GetValueOrDefault(written.Field) ?? [])
            {
                Carry(written, into, next);
            }
        }

        foreach (var action in open)
        {
            action.GoWith(next.Id);
            actions.Save(action);
        }

        return new Made([plan.Id, next.Id]);
    }

    /// <summary>As its author wrote it, where the other method has such a field.</summary>
    private void Carry(FieldVersion written, string into, ActionPlan next)
    {
        if (into.Split('.') is [var method, var step, var code] && method == next.MethodCode && next.Method.Step(step)?.Field(code) is { } field
            && FieldValues.Check(field, System.Text.Json.JsonElement.Parse(written.Value!)) is null)
        {
            book.Store.Add(written with
            {
                Id = Guid.CreateVersion7(book.Now), PlanId = next.Id, Cycle = next.Cycle, Step = step, Field = code, Version = 1, At = book.Now,
                FromPlanId = written.PlanId,
            });
        }
    }
}
