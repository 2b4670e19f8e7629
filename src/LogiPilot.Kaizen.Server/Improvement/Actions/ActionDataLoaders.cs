using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Actions;

/// <summary>Files of plants that the actor sees.</summary>
public sealed class AttachedFileById(IAttachmentStore attachments, ICurrentActor current) : BatchDataLoader<Guid, AttachedFile>
{
    protected override async Task<IReadOnlyDictionary<Guid, AttachedFile>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await attachments.ById(keys, cancellationToken)).Where(a => current.Actor.Sees(a.PlantId))
        .ToDictionary(a => a.Id, a => new AttachedFile(a.Id, a.Name, a.MediaType));
}

/// <summary>The plans that actions belong to, each looked at once.</summary>
public sealed class PlanOfActionById(IPlansOfActions plans) : BatchDataLoader<Guid, PlanOfAction>
{
    protected override async Task<IReadOnlyDictionary<Guid, PlanOfAction>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, PlanOfAction>();
        foreach (var id in keys)
        {
            if (await plans.Find(id, cancellationToken) is { } plan)
            {
                found[id] = plan;
            }
        }

        return found;
    }
}

/// <summary>The actions of plans, in order of number.</summary>
public sealed class ActionsByPlan(IActionReader actions, ICurrentActor current, IDirectory directory) : GroupedDataLoader<Guid, ActionNode>
{
    protected override async Task<ILookup<Guid, ActionNode>> LoadGroupedBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        return (await actions.OfPlans(keys, cancellationToken)).Where(a => current.Actor.Sees(a.PlantId))
            .ToLookup(a => a.PlanId!.Value, a => new ActionNode(a, people));
    }
}
