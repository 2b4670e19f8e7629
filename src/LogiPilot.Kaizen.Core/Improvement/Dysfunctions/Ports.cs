using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>Dysfunctions and their proposals as the writer sees them, inside the running transaction.</summary>
public interface IDysfunctionStore
{
    Task<Dysfunction?> Find(Guid id, CancellationToken cancellationToken);

    Task<Proposal?> FindProposal(Guid id, CancellationToken cancellationToken);

    /// <summary>The dysfunction that a plan was opened from.</summary>
    Task<Dysfunction?> OfPlan(Guid actionPlanId, CancellationToken cancellationToken);

    /// <summary>The next number of a plant, counted without gaps among what is committed.</summary>
    Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken);

    /// <summary>What an hour of a stopped line costs; null where the plant never said.</summary>
    Task<StopCost?> StopCost(Guid plantId, CancellationToken cancellationToken);

    void Add(Dysfunction dysfunction);

    void Save(Dysfunction dysfunction);

    void Add(Proposal proposal);

    void Save(Proposal proposal);

    void Put(StopCost cost);
}

/// <summary>Filters of the list of dysfunctions; an absent (null) one does not filter. <c>AskedServices</c>: with a question that one of them has not answered.</summary>
public sealed record DysfunctionFilter(
    IReadOnlyList<DysfunctionState>? States = null, IReadOnlyList<DysfunctionKind>? Kinds = null, IReadOnlyList<Guid>? PlantIds = null,
    IReadOnlyList<Guid>? AreaIds = null, IReadOnlyList<Guid>? PlaceIds = null, IReadOnlyList<Guid>? ProductIds = null,
    IReadOnlyList<SupportNeed>? SupportNeeds = null, IReadOnlyList<SupportService>? AskedServices = null,
    IReadOnlyList<Guid>? ReportedByIds = null, DateTimeOffset? ReportedFrom = null, DateTimeOffset? ReportedTo = null, string? Text = null);

public enum DysfunctionOrder
{
    NewestFirst,
    OldestFirst,
}

/// <summary>Dysfunctions for reading. Every list is limited to the plants given; none means none.</summary>
public interface IDysfunctionReader
{
    Task<Dysfunction?> Find(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Dysfunction>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<Page<Dysfunction>> List(
        IReadOnlyCollection<Guid> plants, DysfunctionFilter filter, DysfunctionOrder order, PageRequest page,
        CancellationToken cancellationToken);

    /// <summary>Every proposal made of dysfunctions, the last first.</summary>
    Task<IReadOnlyList<Proposal>> Proposals(IReadOnlyCollection<Guid> dysfunctionIds, CancellationToken cancellationToken);

    Task<Proposal?> FindProposal(Guid id, CancellationToken cancellationToken);

    /// <inheritdoc cref="IDysfunctionStore.StopCost"/>
    Task<StopCost?> StopCost(Guid plantId, CancellationToken cancellationToken);
}
