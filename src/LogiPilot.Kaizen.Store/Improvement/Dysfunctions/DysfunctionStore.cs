using System.Globalization;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Dysfunctions;

/// <inheritdoc cref="IDysfunctionStore"/>
public sealed class DysfunctionStore(StoreSession session) : IDysfunctionStore
{
    public Task<Dysfunction?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Dysfunction>("WHERE t.id = @id", ("id", id)));

    public Task<Proposal?> FindProposal(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Proposal>("WHERE t.id = @id", ("id", id)));

    public Task<Dysfunction?> OfPlan(Guid actionPlanId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Dysfunction>("WHERE t.action_plan_id = @plan", ("plan", actionPlanId)));

    public Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken)
    {
        var number = session.Writing.Number(
            """
            INSERT INTO counters (name, value) VALUES (@name, 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
            """,
            ("name", $"dysfunction|{plantId}"));
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"DF-{number:D4}"));
    }

    public Task<StopCost?> StopCost(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<StopCost>("WHERE t.plant_id = @plant", ("plant", plantId)));

    public void Add(Dysfunction dysfunction)
    {
        Table<Dysfunction>.Mapped.Insert(session.Writing, dysfunction);
        session.TookPart(Participation.In(dysfunction));
    }

    public void Save(Dysfunction dysfunction)
    {
        Table<Dysfunction>.Mapped.Update(session.Writing, dysfunction);
        session.TookPart(Participation.In(dysfunction));
    }

    public void Add(Proposal proposal) => Table<Proposal>.Mapped.Insert(session.Writing, proposal);

    public void Save(Proposal proposal)
    {
        Table<Proposal>.Mapped.Update(session.Writing, proposal);
        session.TookPart(Participation.In(proposal));
    }

    public void Put(StopCost cost) => Table<StopCost>.Mapped.Upsert(session.Writing, cost);
}
