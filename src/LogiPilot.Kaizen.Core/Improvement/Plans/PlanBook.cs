using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// How every use case opens, changes and keeps a plan: it must be of a plant that the actor sees, of the version that the actor saw, and
/// each thing that happens to it is told.
/// </summary>
public sealed class PlanBook(
    IPlanStore plans, IMethods methods, IDirectory directory, IEvents events, ICurrentActor current, TimeProvider clock)
{
    public IPlanStore Store => plans;

    public Actor Actor => current.Actor;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Who acts now, by the rules of a plant.</summary>
    public async Task<PlanTurn> Turn(Guid plantId, CancellationToken cancellationToken)
    {
        var settings = await plans.Settings(plantId, cancellationToken);
        return new PlanTurn(Actor, Now, await directory.Current(cancellationToken), settings.CostLimit, settings.CutOffs);
    }

    /// <summary>Opens a plan by a method of its plant.</summary>
    public async Task<Outcome<ActionPlan>> Open(string methodCode, PlanDraft draft, CancellationToken cancellationToken)
    {
        var turn = await Turn(draft.PlantId, cancellationToken);
        if (methods.Of(turn.People.Plant(draft.PlantId)?.Code).FirstOrDefault(m => m.Code == methodCode) is not { } method)
        {
            return Refusal.Invalid("method", "methodUnknown", ("method", methodCode));
        }

        var number = await plans.NextNumber(draft.PlantId, cancellationToken);
        var opened = ActionPlan.Open(number, method, draft, turn);
        if (opened.Refusal is { } refusal)
        {
            return AlertBook.Name(refusal, turn.People, draft.PlantId);
        }

        Tell(opened.Value);
        plans.Add(opened.Value);
        return opened;
    }

    /// <summary>Loads a plan, lets the step decide on it, keeps it.</summary>
    public async Task<Outcome<Made>> Change(
        Guid planId, CommandOn command, Func<ActionPlan, PlanTurn, Refusal?> step, CancellationToken cancellationToken)
    {
        var found = await Find(planId, command, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var turn = await Turn(found.Value.PlantId, cancellationToken);
        if (step(found.Value, turn) is { } refused)
        {
            return AlertBook.Name(refused, turn.People, found.Value.PlantId);
        }

        Save(found.Value);
        return (Made)planId;
    }

    public async Task<Outcome<ActionPlan>> Find(Guid planId, CommandOn? command, CancellationToken cancellationToken)
    {
        if (await plans.Find(planId, cancellationToken) is not { } plan || !Actor.Sees(plan.PlantId) || !Actor.May(Permission.SeePlans, plan.PlantId))
        {
            return Refusal.NotFound("plan");
        }

        if (command?.ExpectedVersion is not { } expected || expected == plan.Version)
        {
            return plan;
        }

        var kinds = await plans.KindsSince(planId, expected < plan.Version ? expected : 0, cancellationToken);
        var changed = Refusal.Conflict(
            "planChangedMeanwhile", ("currentVersion", plan.Version), ("changed", kinds.Select(Spell).Distinct(StringComparer.Ordinal).ToArray()));
        return AlertBook.Name(changed, await directory.Current(cancellationToken));
    }

    public void Save(ActionPlan plan)
    {
        Tell(plan);
        plans.Save(plan);
    }

    /// <summary>Keeps what happened beside a plan that is otherwise as it was.</summary>
    public void Note(ActionPlan plan)
    {
        Tell(plan);
        plans.Note(plan);
    }

    public void Raise(DomainEvent happened) => events.Raise(happened);

    private static string Spell(PlanEventKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    private void Tell(ActionPlan plan)
    {
        foreach (var happened in plan.NewEvents)
        {
            events.Raise(new PlanChanged(
                plan.PlantId, plan.Id, plan.Number, happened.Kind, plan.State, happened.Step, plan.AreaId, plan.LeaderId, plan.SponsorId,
                happened.ById, plan.Version));
        }
    }
}
