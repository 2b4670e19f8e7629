namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>Indicators as the writer sees them, inside the running transaction.</summary>
public interface IIndicatorStore
{
    Task<Indicator?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>In the order in which they were defined.</summary>
    Task<IReadOnlyList<Indicator>> OfPlan(Guid planId, CancellationToken cancellationToken);

    void Add(Indicator indicator);

    void Save(Indicator indicator);
}

/// <summary>Indicators for reading.</summary>
public interface IIndicatorReader
{
    Task<Indicator?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>Of several plans, in the order in which they were defined.</summary>
    Task<IReadOnlyList<Indicator>> OfPlans(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);
}
