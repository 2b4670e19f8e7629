using System.Globalization;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Actions;

/// <inheritdoc cref="IActionStore"/>
public sealed class ActionStore(StoreSession session) : IActionStore
{
    /// <summary>Numbers grow longer than they are written at first.</summary>
    internal const string ByNumber = "ORDER BY length(t.number), t.number";

    public Task<ImprovementAction?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<ImprovementAction>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<ImprovementAction>> OfPlan(Guid planId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImprovementAction>>(session.Reading.List<ImprovementAction>(
            "WHERE t.plan_id = @plan " + ByNumber, ("plan", planId)));

    public Task<IReadOnlyList<ImprovementAction>> AloneOn(Guid plantId, PlanKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImprovementAction>>(session.Reading.List<ImprovementAction>(
            "WHERE t.problem_key = @key AND t.created_at >= @since AND t.state <> 'CANCELLED' ORDER BY t.id",
            ("key", ActionTables.KeyOf(plantId, key)), ("since", since)));

    public Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken)
    {
        var number = session.Writing.Number(
            """
            INSERT INTO counters (name, value) VALUES (@name, 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
            """,
            ("name", string.Create(CultureInfo.InvariantCulture, $"action|{plantId}")));
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"A-{number:D4}"));
    }

    public void Add(ImprovementAction action) => Table<ImprovementAction>.Mapped.Insert(session.Writing, action);

    public void Save(ImprovementAction action)
    {
        Table<ImprovementAction>.Mapped.Update(session.Writing, action);
        session.TookPart(Participation.In(action));
    }
}
