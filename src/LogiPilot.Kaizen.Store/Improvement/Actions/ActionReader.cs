using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Actions;

/// <inheritdoc cref="IActionReader"/>
public sealed class ActionReader(StoreSession session) : IActionReader
{
    /// <summary>Of one filter, so many values are looked up one by one in its index; more are checked row by row.</summary>
    private const int MostLookups = 40;

    private const string IsOpen = "t.state IN ('TO_DO', 'DOING')";

    public Task<ImprovementAction?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<ImprovementAction>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<ImprovementAction>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Read("WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(ids)));

    public Task<IReadOnlyList<ImprovementAction>> OfPlans(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Read("WHERE t.plan_id IN (SELECT value FROM json_each(@ids)) " + ActionStore.ByNumber, ("ids", Columns.FromIds(planIds)));

    public Task<IReadOnlyList<ImprovementAction>> OpenUntil(IReadOnlyCollection<Guid> plants, DateOnly day, CancellationToken cancellationToken) =>
        Read(
            $"WHERE {IsOpen} AND t.due_on <= @day AND +t.plant_id IN (SELECT value FROM json_each(@plants)) ORDER BY t.due_on, t.id",
            ("day", day), ("plants", Columns.FromIds(plants)));

    public Task<IReadOnlyList<ImprovementAction>> OpenOf(Guid personId, IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Read(
            $"INDEXED BY actions_owner WHERE t.owner_id = @person AND {IsOpen} AND +t.plant_id IN (SELECT value FROM json_each(@plants)) ORDER BY t.due_on, t.id",
            ("person", personId), ("plants", Columns.FromIds(plants)));

    public Task<IReadOnlyList<ImprovementAction>> DueWithin(Guid plantId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Read(
            "WHERE t.plant_id = @plant AND t.original_due_on >= @from AND t.original_due_on <= @to ORDER BY t.original_due_on",
            ("plant", plantId), ("from", from), ("to", to));

    public Task<Page<ImprovementAction>> List(
        IReadOnlyCollection<Guid> plants, ActionFilter filter, ActionOrder order, DateOnly today, PageRequest page,
        CancellationToken cancellationToken)
    {
        const string Drift = IsOpen + " AND t.due_on < {0} AND NOT t.is_delay_asked"
            + " AND NOT EXISTS (SELECT 1 FROM action_plans p WHERE p.id = t.plan_id AND p.state = 'SUSPENDED')";
        var query = new ListQuery<ImprovementAction>()
            .Where("t.due_on >= {0}", filter.DueFrom)
            .Where("t.due_on <= {0}", filter.DueTo)
            .Where(filter.DelayAsked is false ? "NOT t.is_delay_asked" : "t.is_delay_asked = {0}", filter.DelayAsked)
            .Text("t.searched", filter.Text);
        _ = filter.Drift is { } drift ? query.Where(drift ? Drift : $"NOT ({Drift})", today) : query;
        LookUp(query, [.. plants.Only(filter.PlantIds)], filter, order);
        return Task.FromResult(order switch
        {
            ActionOrder.DueFirst => query.Read(session.Reading, page, descending: false, "t.due_on", "t.id"),
            ActionOrder.DueLast => query.Read(session.Reading, page, descending: true, "t.due_on", "t.id"),
            ActionOrder.NewestFirst => query.Read(session.Reading, page, descending: true, "t.id"),
            _ => query.Read(session.Reading, page, descending: false, "length(t.number)", "t.number", "t.id"),
        });
    }

    /// <summary>Chooses the one index that finds least; every other filter is checked on what it finds.</summary>
    private static void LookUp(ListQuery<ImprovementAction> query, Guid[] plants, ActionFilter filter, ActionOrder order)
    {
        var isByDue = order is ActionOrder.DueFirst or ActionOrder.DueLast;
        var onlyOpen = filter.States is { Count: > 0 } states && states.All(s => s is ActionState.ToDo or ActionState.Doing);
        var isFound = false;
        Add("t.plan_id", filter.PlanIds, mayLookUp: true);
        Add("t.owner_id", filter.OwnerIds, isByDue);
        Add("t.state", filter.States, isByDue && onlyOpen);
        Add("t.area_id", filter.AreaIds, isByDue);
        Add("t.kind", filter.Kinds, mayLookUp: false);
        _ = isFound ? query.In("t.plant_id", plants) : query.Each("t.plant_id", plants);

        void Add<TValue>(string column, IReadOnlyCollection<TValue>? values, bool mayLookUp)
        {
            var looksUp = mayLookUp && !isFound && values is { Count: <= MostLookups };
            _ = looksUp ? query.Each(column, values) : query.In(column, values);
            isFound |= looksUp;
        }
    }

    private Task<IReadOnlyList<ImprovementAction>> Read(string tail, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Task.FromResult<IReadOnlyList<ImprovementAction>>(session.Reading.List<ImprovementAction>(tail, arguments));
}
