using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Indicators;

/// <inheritdoc cref="IIndicatorStore"/>
public sealed class IndicatorStore(StoreSession session) : IIndicatorStore, IIndicatorReader
{
    /// <summary>An id begins with the time to the millisecond; what follows is chance.</summary>
    private const string Millisecond = "substr(t.id, 1, 13)";

    public Task<Indicator?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Indicator>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Indicator>> OfPlan(Guid planId, CancellationToken cancellationToken) => OfPlans([planId], cancellationToken);

    public Task<IReadOnlyList<Indicator>> OfPlans(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Indicator>>(session.Reading.List<Indicator>(
            $"WHERE t.plan_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.plan_id, {Millisecond}, t.name, t.id", ("ids", Columns.FromIds(planIds))));

    public void Add(Indicator indicator) => Table<Indicator>.Mapped.Insert(session.Writing, indicator);

    public void Save(Indicator indicator) => Table<Indicator>.Mapped.Update(session.Writing, indicator);
}
