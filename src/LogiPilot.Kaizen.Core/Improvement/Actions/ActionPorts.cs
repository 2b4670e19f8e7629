using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>Actions as the writer sees them, inside the running transaction.</summary>
public interface IActionStore
{
    Task<ImprovementAction?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>In order of number.</summary>
    Task<IReadOnlyList<ImprovementAction>> OfPlan(Guid planId, CancellationToken cancellationToken);

    /// <summary>Actions that stand alone on a key, added since an instant and not cancelled.</summary>
    Task<IReadOnlyList<ImprovementAction>> AloneOn(Guid plantId, PlanKey key, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The next number of a plant, counted without gaps among what is committed.</summary>
    Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken);

    void Add(ImprovementAction action);

    void Save(ImprovementAction action);
}

/// <summary>Filters of the action list; an absent (null) one does not filter. Days include both ends.</summary>
public sealed record ActionFilter(
    IReadOnlyList<ActionState>? States = null, IReadOnlyList<ActionKind>? Kinds = null, IReadOnlyList<Guid>? OwnerIds = null,
    IReadOnlyList<Guid>? PlanIds = null, bool? Drift = null, bool? DelayAsked = null, DateOnly? DueFrom = null, DateOnly? DueTo = null,
    IReadOnlyList<Guid>? AreaIds = null, string? Text = null, IReadOnlyList<Guid>? PlantIds = null);

public enum ActionOrder
{
    DueFirst,
    DueLast,
    NewestFirst,
    Number,
}

/// <summary>Actions for reading. Every list is limited to the plants given; none means none.</summary>
public interface IActionReader
{
    Task<ImprovementAction?> Find(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<ImprovementAction>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Of several plans, in order of number.</summary>
    Task<IReadOnlyList<ImprovementAction>> OfPlans(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <param name="today">By which a drift is one.</param>
    Task<Page<ImprovementAction>> List(
        IReadOnlyCollection<Guid> plants, ActionFilter filter, ActionOrder order, DateOnly today, PageRequest page,
        CancellationToken cancellationToken);

    /// <summary>What is open of these plants and due up to a day, by that day.</summary>
    Task<IReadOnlyList<ImprovementAction>> OpenUntil(IReadOnlyCollection<Guid> plants, DateOnly day, CancellationToken cancellationToken);

    /// <summary>What a person is still to do, by day.</summary>
    Task<IReadOnlyList<ImprovementAction>> OpenOf(Guid personId, IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    /// <summary>Whose original date lies within these days.</summary>
    Task<IReadOnlyList<ImprovementAction>> DueWithin(Guid plantId, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
