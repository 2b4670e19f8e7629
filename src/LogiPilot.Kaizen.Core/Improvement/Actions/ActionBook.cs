using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// How every use case plans, changes and keeps an action: it must be of a plant that the actor sees, of the version that the actor saw,
/// and each of its steps is told.
/// </summary>
public sealed class ActionBook(
    IActionStore actions, IPlansOfActions plans, IAttachmentStore attachments, IDirectory directory, IEvents events, ICurrentActor current,
    TimeProvider clock)
{
    /// <summary>So many actions that stand alone on one key, within <see cref="RecurrenceDays"/>, propose a plan.</summary>
    public const int RecurrenceCount = 3;

    public const int RecurrenceDays = 90;

    public Actor Actor => current.Actor;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// Plans an action, of a plan or alone, and keeps it. <paramref name="byItself"/>: the engine does, on nobody's word. Whoever looks after
    /// one that stands alone is, unless named, a team leader of its area.
    /// </summary>
    public async Task<Outcome<ImprovementAction>> Add(
        Guid plantId, ActionDraft draft, ActionOrigin origin, Guid? sponsorId, CancellationToken cancellationToken, bool byItself = false)
    {
        var people = await directory.Current(cancellationToken);
        if (Person("ownerId", draft.OwnerId, plantId, people) is { } unknown)
        {
            return unknown;
        }

        var turn = await TurnOn(plantId, origin.PlanId, people, cancellationToken);
        var (area, sponsor) = (origin.AreaId ?? ActionSponsor.AreaOf(draft.OwnerId, plantId, people), sponsorId);
        if (origin.PlanId is null)
        {
            var leader = ActionSponsor.Of(plantId, area, draft.OwnerId, Actor, people, Now);
            if (sponsor is { } named && !ActionSponsor.May(named, plantId, people))
            {
                return Refusal.Invalid("sponsorId", "actionSponsor");
            }

            sponsor ??= leader;
        }

        var planned = ImprovementAction.Plan(
            plantId, await actions.NextNumber(plantId, cancellationToken), draft, origin with { AreaId = area }, sponsor,
            byItself ? turn with { Actor = Actor.System } : turn);
        if (planned.Refusal is { } refusal)
        {
            return AlertBook.Name(refusal, people, plantId);
        }

        var action = planned.Value;
        Tell(action);
        actions.Add(action);
        await Propose(action, cancellationToken);
        return action;
    }

    /// <summary>Loads an action, lets the step decide on it, keeps it.</summary>
    public async Task<Outcome<Made>> Change(
        Guid actionId, CommandOn command, Func<ImprovementAction, ActionTurn, Refusal?> step, CancellationToken cancellationToken)
    {
        if (await actions.Find(actionId, cancellationToken) is not { } action || !Actor.Sees(action.PlantId))
        {
            return Refusal.NotFound("action");
        }

        if (command.ExpectedVersion is { } expected && expected != action.Version)
        {
            return Refusal.Conflict("actionChanged", ("currentVersion", action.Version), ("changed", Array.Empty<string>()));
        }

        var people = await directory.Current(cancellationToken);
        if (step(action, await TurnOn(action.PlantId, action.PlanId, people, cancellationToken)) is { } refused)
        {
            return AlertBook.Name(refused, people, action.PlantId);
        }

        Save(action);
        return (Made)action.Id;
    }

    public void Save(ImprovementAction action)
    {
        if (action.NewSteps.Count > 0)
        {
            Tell(action);
            actions.Save(action);
        }
    }

    /// <summary>Whether all of them are attachments of the plant.</summary>
    public async Task<Refusal?> CheckAttachments(
        string field, IReadOnlyList<Guid>? ids, Guid plantId, CancellationToken cancellationToken) =>
        ids is { Count: > 0 } && await AttachedFile.Of(ids, plantId, attachments, cancellationToken) is null
            ? Refusal.Invalid(field, "attachmentUnknown")
            : null;

    /// <summary>Whether it is an active person of the plant, no screen.</summary>
    public static Refusal? Person(string field, Guid personId, Guid plantId, OrganisationPicture people) =>
        people.ActorOf(personId) is { } actor && actor.May(Permission.SeePlans, plantId) ? null : Refusal.Invalid(field, "actionOwnerUnknown");

    public async Task<ActionTurn> TurnOn(Guid plantId, Guid? planId, OrganisationPicture people, CancellationToken cancellationToken) =>
        TurnOn(plantId, planId is { } id ? await plans.Find(id, cancellationToken) : null, people);

    public ActionTurn TurnOn(Guid plantId, PlanOfAction? plan, OrganisationPicture people)
    {
        var turn = new ActionTurn(Actor, Now, ActionTurn.DayOf(Now, people.Plant(plantId)));
        return plan is null
            ? turn
            : turn with
            {
                Plan = plan.Concern, IsApproved = plan.IsApproved, IsPlanOver = plan.IsOver, LeaderId = plan.LeaderId, Cycle = plan.Cycle,
                SignedSteps = plan.SignedSteps,
            };
    }

    private async Task Propose(ImprovementAction last, CancellationToken cancellationToken)
    {
        if (!last.StandsAlone || last.Key is not { } key)
        {
            return;
        }

        var alone = await actions.AloneOn(last.PlantId, key, Now.AddDays(-RecurrenceDays), cancellationToken);
        if (alone.Count == RecurrenceCount)
        {
            events.Raise(new ActionsRecurred(
                last.PlantId, last.Id, [.. alone.Select(a => a.Id)], key.Family, key.PlaceId, key.ProductId, last.AreaId, last.SponsorId));
        }
    }

    private void Tell(ImprovementAction action)
    {
        foreach (var step in action.NewSteps)
        {
            events.Raise(new ActionChanged(
                action.PlantId, action.Id, action.Number, step, action.Kind, action.State, action.PlanId, action.AreaId, action.OwnerId,
                action.DueOn, action.Version)
            {
                ByItself = step == ActionStep.Added && action.CreatedById is null,
            });
        }

        action.StepsTold();
    }
}
