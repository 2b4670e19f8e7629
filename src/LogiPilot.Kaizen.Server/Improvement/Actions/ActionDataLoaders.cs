using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Actions;

/// <summary>Attachments of plants that the actor sees.</summary>
public sealed class AttachmentById(IAttachmentStore attachments, ICurrentActor current) : BatchDataLoader<Guid, Attachment>
{
    protected override async Task<IReadOnlyDictionary<Guid, Attachment>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Attachment>();
        foreach (var plant in current.Actor.PlantIds)
        {
            foreach (var attachment in await attachments.Among(keys, plant, cancellationToken))
            {
                found[attachment.Id] = attachment;
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
