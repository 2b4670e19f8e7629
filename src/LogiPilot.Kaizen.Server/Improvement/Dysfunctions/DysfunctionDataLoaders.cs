using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

public sealed class DysfunctionById(IDysfunctionReader dysfunctions, ICurrentActor current) : BatchDataLoader<Guid, Dysfunction>
{
    protected override async Task<IReadOnlyDictionary<Guid, Dysfunction>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await dysfunctions.ById(keys, cancellationToken)).Where(d => current.Actor.Sees(d.PlantId)).ToDictionary(d => d.Id);
}

/// <summary>The proposals of dysfunctions that were shown already, the last first.</summary>
public sealed class ProposalsByDysfunction(IDysfunctionReader dysfunctions) : GroupedDataLoader<Guid, Proposal>
{
    protected override async Task<ILookup<Guid, Proposal>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await dysfunctions.Proposals(keys, cancellationToken)).ToLookup(p => p.DysfunctionId);
}

/// <summary>What support services were asked about dysfunctions that were shown already, oldest first.</summary>
public sealed class ReferralsByDysfunction(IPlanReader plans) : GroupedDataLoader<Guid, Referral>
{
    protected override async Task<ILookup<Guid, Referral>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await plans.ReferralsOfDysfunctions(keys, cancellationToken)).ToLookup(r => r.DysfunctionId!.Value);
}
