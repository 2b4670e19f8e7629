using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

/// <summary>Plans of plants that the actor sees.</summary>
public sealed class PlanById(IPlanReader plans, ICurrentActor current) : BatchDataLoader<Guid, ActionPlan>
{
    protected override async Task<IReadOnlyDictionary<Guid, ActionPlan>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.ById(keys, cancellationToken)).Where(p => current.Actor.May(Permission.SeePlans, p.PlantId)).ToDictionary(p => p.Id);
}

/// <summary>The caller's turn on plans of a plant: what their commands are decided by.</summary>
public sealed class PlanTurnByPlant(IPlanReader plans, ICurrentActor current, IDirectory directory, TimeProvider clock) : BatchDataLoader<Guid, PlanTurn>
{
    protected override async Task<IReadOnlyDictionary<Guid, PlanTurn>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var (people, turns) = (await directory.Current(cancellationToken), new Dictionary<Guid, PlanTurn>());
        foreach (var plantId in keys)
        {
            var settings = await plans.Settings(plantId, cancellationToken);
            turns[plantId] = new PlanTurn(current.Actor, clock.GetUtcNow(), people, settings.CostLimit, settings.CutOffs);
        }

        return turns;
    }
}

/// <summary>What gates look at, of plans that were shown already.</summary>
public sealed class PictureByPlan(IPlanReader plans, PlanPictures pictures) : BatchDataLoader<Guid, PlanPicture>
{
    protected override async Task<IReadOnlyDictionary<Guid, PlanPicture>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await pictures.Of(await plans.ById(keys, cancellationToken), cancellationToken)).ToDictionary(p => p.Plan.Id);
}

/// <summary>The present version of each field of plans that were shown already.</summary>
public sealed class FieldsByPlan(IPlanReader plans) : GroupedDataLoader<Guid, FieldVersion>
{
    protected override async Task<ILookup<Guid, FieldVersion>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.Fields(keys, cancellationToken)).ToLookup(f => f.PlanId);
}

/// <summary>Every version of every field of plans that were shown already.</summary>
public sealed class VersionsByPlan(IPlanReader plans) : GroupedDataLoader<Guid, FieldVersion>
{
    protected override async Task<ILookup<Guid, FieldVersion>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.Versions(keys, cancellationToken)).ToLookup(f => f.PlanId);
}

public sealed class MeetingsByPlan(IPlanReader plans) : GroupedDataLoader<Guid, Meeting>
{
    protected override async Task<ILookup<Guid, Meeting>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.Meetings(keys, cancellationToken)).ToLookup(m => m.PlanId);
}

public sealed class CommunicationsByPlan(IPlanReader plans) : GroupedDataLoader<Guid, Communication>
{
    protected override async Task<ILookup<Guid, Communication>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.Communications(keys, cancellationToken)).ToLookup(c => c.PlanId);
}

public sealed class ReferralsByPlan(IPlanReader plans) : GroupedDataLoader<Guid, Referral>
{
    protected override async Task<ILookup<Guid, Referral>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.Referrals(keys, cancellationToken)).ToLookup(r => r.PlanId!.Value);
}
