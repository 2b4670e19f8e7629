using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IEscalationStore"/>
public sealed class EscalationStore(StoreSession session) : IEscalationStore
{
    public Task<EscalationPolicy?> FindPolicy(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<EscalationPolicy>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<EscalationPolicy>> Policies(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EscalationPolicy>>(
            session.Reading.List<EscalationPolicy>("WHERE t.plant_id = @plant ORDER BY t.name", ("plant", plantId)));

    public void Add(EscalationPolicy policy) => Table<EscalationPolicy>.Mapped.Insert(session.Writing, policy);

    public void Save(EscalationPolicy policy) => Table<EscalationPolicy>.Mapped.Update(session.Writing, policy);

    public void Remove(EscalationPolicy policy) => Table<EscalationPolicy>.Mapped.Delete(session.Writing, policy);

    public Task<KindSetting?> Setting(Guid plantId, AlertKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<KindSetting>(
            "WHERE t.plant_id = @plant AND t.kind = @kind", ("plant", plantId), ("kind", kind)));

    public Task<IReadOnlyList<KindSetting>> Settings(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KindSetting>>(session.Reading.List<KindSetting>("WHERE t.plant_id = @plant", ("plant", plantId)));

    public void Put(KindSetting setting) => Table<KindSetting>.Mapped.Upsert(session.Writing, setting);

    public Task<Escalation?> Find(Guid alertId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Escalation>("WHERE t.alert_id = @alert", ("alert", alertId)));

    public Task<Escalation?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> exceptAlerts, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Escalation>(
            "WHERE t.due_at <= @now AND t.alert_id NOT IN (SELECT value FROM json_each(@except)) ORDER BY t.due_at LIMIT 1",
            ("now", now), ("except", Columns.FromIds(exceptAlerts))));

    public Task<IReadOnlyList<Escalation>> RunningUnder(Guid policyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Escalation>>(session.Reading.List<Escalation>(
            "WHERE t.policy_id = @policy AND t.due_at IS NOT NULL", ("policy", policyId)));

    public Task<IReadOnlyList<Escalation>> RunningIn(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Escalation>>(session.Reading.List<Escalation>(
            "INDEXED BY escalations_due WHERE t.plant_id = @plant AND t.due_at IS NOT NULL", ("plant", plantId)));

    public void Add(Escalation escalation) => Table<Escalation>.Mapped.Insert(session.Writing, escalation);

    public void Save(Escalation escalation) => Table<Escalation>.Mapped.Update(session.Writing, escalation);

    public void Add(EscalationCall call) => Table<EscalationCall>.Mapped.Insert(session.Writing, call);
}
