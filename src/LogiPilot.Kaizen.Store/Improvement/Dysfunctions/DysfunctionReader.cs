using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Dysfunctions;

/// <inheritdoc cref="IDysfunctionReader"/>
public sealed class DysfunctionReader(StoreSession session) : IDysfunctionReader
{
    public Task<Dysfunction?> Find(Guid id, CancellationToken cancellationToken) => new DysfunctionStore(session).Find(id, cancellationToken);

    public Task<Proposal?> FindProposal(Guid id, CancellationToken cancellationToken) =>
        new DysfunctionStore(session).FindProposal(id, cancellationToken);

    public Task<StopCost?> StopCost(Guid plantId, CancellationToken cancellationToken) =>
        new DysfunctionStore(session).StopCost(plantId, cancellationToken);

    public Task<IReadOnlyList<Dysfunction>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Dysfunction>>(session.Reading.List<Dysfunction>(
            "WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(ids))));

    public Task<IReadOnlyList<Proposal>> Proposals(IReadOnlyCollection<Guid> dysfunctionIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Proposal>>(session.Reading.List<Proposal>(
            "WHERE t.dysfunction_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.id DESC", ("ids", Columns.FromIds(dysfunctionIds))));

    public Task<Page<Dysfunction>> List(
        IReadOnlyCollection<Guid> plants, DysfunctionFilter filter, DysfunctionOrder order, PageRequest page,
        CancellationToken cancellationToken)
    {
        var query = new ListQuery<Dysfunction>()
            .Each("t.plant_id", [.. plants.Only(filter.PlantIds)])
            .Each("t.state", filter.States)
            .In("t.kind", filter.Kinds)
            .In("t.area_id", filter.AreaIds)
            .In("t.place_id", filter.PlaceIds)
            .In("t.product_id", filter.ProductIds)
            .In("t.support_need", filter.SupportNeeds)
            .In("t.reported_by_id", filter.ReportedByIds)
            .Where(
                """
                EXISTS (SELECT 1 FROM referrals r WHERE r.dysfunction_id = t.id AND r.answered_at IS NULL
                    AND r.service IN (SELECT value FROM json_each({0})))
                """,
                filter.AskedServices is { } services ? JsonSerializer.Serialize(services, Columns.Json) : null)
            .Where("t.reported_at >= {0}", filter.ReportedFrom)
            .Where("t.reported_at < {0}", filter.ReportedTo)
            .Text("t.searched", filter.Text);
        return Task.FromResult(query.Read(session.Reading, page, order == DysfunctionOrder.NewestFirst, "t.id"));
    }
}
