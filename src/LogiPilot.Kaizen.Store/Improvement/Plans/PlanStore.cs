using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <inheritdoc cref="IPlanStore"/>
public sealed class PlanStore(StoreSession session) : IPlanStore
{
    /// <summary>Each version of a field but the last has a later one.</summary>
    internal const string IsLast =
        "t.version = (SELECT max(v.version) FROM plan_fields v WHERE v.plan_id = t.plan_id AND v.cycle = t.cycle AND v.step = t.step AND v.field = t.field)";

    public Task<ActionPlan?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Plan("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<PlanEventKind>> KindsSince(Guid planId, int version, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlanEventKind>>(
        [
            .. session.Reading.List<PlanEvent>(
                "WHERE t.plan_id = @plan AND t.version > @version ORDER BY t.position", ("plan", planId), ("version", version)).Select(e => e.Kind),
        ]);

    public Task<IReadOnlyList<FieldVersion>> Fields(Guid planId, int cycle, string step, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldVersion>>(session.Reading.List<FieldVersion>(
            $"WHERE t.plan_id = @plan AND t.cycle = @cycle AND t.step = @step AND {IsLast}", ("plan", planId), ("cycle", cycle), ("step", step)));

    public Task<ActionPlan?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Plan(
            "WHERE t.due_at <= @now AND t.id NOT IN (SELECT value FROM json_each(@except)) ORDER BY t.due_at LIMIT 1",
            ("now", now), ("except", Columns.FromIds(except))));

    public Task<IReadOnlyList<ActionPlan>> Watching(Alert alert, DateTimeOffset closedSince, CancellationToken cancellationToken)
    {
        // Every raised alert asks this: only keys are read of plans that have nothing to do with it.
        var found = session.Reading.Rows(
            """
            SELECT t.id, t.keys FROM action_plans t WHERE t.plant_id = @plant AND t.state IN ('DRAFT', 'SUBMITTED', 'RUNNING', 'SUSPENDED')
            UNION ALL SELECT t.id, t.keys FROM action_plans t WHERE t.plant_id = @plant AND t.closed_at >= @since AND t.state = 'CLOSED'
            """,
            r => (Id: r.GetGuid(0), Keys: JsonSerializer.Deserialize<PlanKey[]>(r.GetString(1), Columns.Json)!),
            ("plant", alert.PlantId), ("since", closedSince)).Where(p => p.Keys.Any(k => k.Covers(alert))).Select(p => p.Id).ToList();
        return Task.FromResult(
            found.Count == 0 ? [] : session.Reading.Plans("WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(found))));
    }

    public Task<DateTimeOffset?> LastSeen(Guid planId, Guid alertId, CancellationToken cancellationToken) => Task.FromResult(
        session.Reading.First<AlertSeen>("WHERE t.plan_id = @plan AND t.alert_id = @alert", ("plan", planId), ("alert", alertId))?.At);

    public Task<ActionPlan?> NextPromoted(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Plan(
            "WHERE t.promote_at <= @now AND t.id NOT IN (SELECT value FROM json_each(@except)) ORDER BY t.promote_at LIMIT 1",
            ("now", now), ("except", Columns.FromIds(except))));

    public Task<int> OpenCases(Guid plantId, Guid leaderId, string methodCode, CancellationToken cancellationToken) => Task.FromResult((int)session.Reading.Number(
        """
        SELECT count(*) FROM action_plans t WHERE t.leader_id = @leader AND +t.plant_id = @plant AND t.method_code = @method
        AND +t.state IN ('DRAFT', 'SUBMITTED', 'RUNNING', 'SUSPENDED')
        """,
        ("leader", leaderId), ("plant", plantId), ("method", methodCode)));

    public Task<Communication?> FindCommunication(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Communication>("WHERE t.id = @id", ("id", id)));

    public Task<Referral?> FindReferral(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Referral>("WHERE t.id = @id", ("id", id)));

    public Task<PlanSettings> Settings(Guid plantId, CancellationToken cancellationToken) => Task.FromResult(
        session.Reading.First<PlanSettings>("WHERE t.plant_id = @plant", ("plant", plantId)) ?? PlanSettings.Standard(plantId));

    public Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken)
    {
        var number = session.Writing.Number(
            """
            INSERT INTO counters (name, value) VALUES (@name, 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
            """,
            ("name", $"plan|{plantId}"));
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"P-{number:D4}"));
    }

    public void Add(ActionPlan plan)
    {
        Table<KeptMethod>.Mapped.InsertOnce(session.Writing, KeptMethod.Of(plan.Method));
        Table<ActionPlan>.Mapped.Insert(session.Writing, plan);
        WriteLinks(plan);
        Note(plan);
    }

    public void Save(ActionPlan plan)
    {
        Table<ActionPlan>.Mapped.Update(session.Writing, plan);
        session.Writing.Execute("DELETE FROM plan_links WHERE plan_id = @plan", ("plan", plan.Id));
        WriteLinks(plan);
        Note(plan);
    }

    public void Note(ActionPlan plan)
    {
        foreach (var happened in plan.NewEvents)
        {
            Table<PlanEvent>.Mapped.Insert(session.Writing, happened);
        }

        plan.EventsWritten();
    }

    public void Add(FieldVersion version) => Table<FieldVersion>.Mapped.Insert(session.Writing, version);

    public void Add(Meeting meeting)
    {
        Table<Meeting>.Mapped.Insert(session.Writing, meeting);
        session.TookPart(Participation.In(meeting));
    }

    public void Add(Communication communication) => Table<Communication>.Mapped.Insert(session.Writing, communication);

    public void Save(Communication communication)
    {
        Table<Communication>.Mapped.Update(session.Writing, communication);
        session.TookPart(Participation.In(communication));
    }

    public void Add(Referral referral) => Table<Referral>.Mapped.Insert(session.Writing, referral);

    public void Save(Referral referral) => Table<Referral>.Mapped.Update(session.Writing, referral);

    public void Put(AlertSeen seen) => Table<AlertSeen>.Mapped.Upsert(session.Writing, seen);

    public void Put(PlanSettings settings) => Table<PlanSettings>.Mapped.Upsert(session.Writing, settings);

    private void WriteLinks(ActionPlan plan)
    {
        foreach (var link in PlanTables.LinksOf(plan))
        {
            Table<PlanLink>.Mapped.Insert(session.Writing, link);
        }
    }
}
