using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>What an indicator aims at from now on.</summary>
public sealed record NewTarget(Guid IndicatorId, decimal Target, DateOnly? TargetOn);

/// <summary>
/// Opens the next cycle of a plan: it starts from the last value measured, its target and deadline are approved again. What is open goes on in it
/// with its dates and slips; causes stay verified or refuted.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record OpenNextCycle(Guid PlanId, DateOnly? Deadline, IReadOnlyList<NewTarget>? Targets = null) : CommandOn;

/// <inheritdoc cref="OpenNextCycle"/>
public sealed class OpenNextCycleHandler(PlanBook book, IIndicatorStore indicators, IActionStore planned, ActionBook actions)
    : IRequestHandler<OpenNextCycle, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(OpenNextCycle request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.PlanId, request, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        var (ended, its) = (plan.Cycle, await indicators.OfPlan(plan.Id, cancellationToken));
        var days = its.Max(i => i.BaselineOf(ended + 1)?.Days) ?? 0;
        if ((plan.OpenCycle(request.Deadline, days, turn) ?? Aim(its, request.Targets ?? [])) is { } refused)
        {
            return AlertBook.Name(refused, turn.People, plan.PlantId);
        }

        foreach (var action in (await planned.OfPlan(plan.Id, cancellationToken)).Where(a => a.IsOpen))
        {
            action.MoveTo(plan.Cycle);
            actions.Save(action);
        }

        await KeepCauses(plan, ended, turn.Now, cancellationToken);
        book.Save(plan);
        return (Made)plan.Id;
    }

    private Refusal? Aim(IReadOnlyList<Indicator> its, IReadOnlyList<NewTarget> targets)
    {
        foreach (var (target, i) in targets.Select((t, i) => (t, i)))
        {
            if (its.FirstOrDefault(x => x.Id == target.IndicatorId) is not { } indicator)
            {
                return Refusal.Invalid($"targets[{i}].indicatorId", "indicatorNotOfPlan");
            }

            if (target.Target is < -PeriodDraft.Largest or > PeriodDraft.Largest)
            {
                return Refusal.Invalid($"targets[{i}].target", "measureRange", ("most", PeriodDraft.Largest));
            }

            indicator.Revise(indicator.Terms with { Target = decimal.Round(target.Target, 3), TargetOn = target.TargetOn ?? indicator.TargetOn });
            indicators.Save(indicator);
        }

        return null;
    }

    /// <summary>What was found out of causes is where the next cycle starts, as its authors left it.</summary>
    private async Task KeepCauses(ActionPlan plan, int ended, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var step in plan.Method.Steps)
        {
            var causes = step.Fields.Where(f => f.Type is FieldType.Tree or FieldType.Ishikawa).Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
            var written = causes.Count == 0 ? [] : await book.Store.Fields(plan.Id, ended, step.Code, cancellationToken);
            foreach (var field in written.Where(f => f.Value is not null && causes.Contains(f.Field)))
            {
                book.Store.Add(field with { Id = Guid.CreateVersion7(now), Cycle = plan.Cycle, Version = 1, At = now });
            }
        }
    }
}
