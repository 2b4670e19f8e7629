using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IEscalationReader"/>
public sealed class EscalationReader(StoreSession session) : IEscalationReader
{
    public Task<IReadOnlyList<EscalationPolicy>> Policies(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List<EscalationPolicy>(
            "WHERE t.plant_id IN (SELECT value FROM json_each(@plants)) ORDER BY t.name, t.id", ("plants", Columns.FromIds(plants)));

    public Task<IReadOnlyList<KindSetting>> Settings(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List<KindSetting>("WHERE t.plant_id IN (SELECT value FROM json_each(@plants))", ("plants", Columns.FromIds(plants)));

    public Task<int> CountRunningUnder(Guid policyId, CancellationToken cancellationToken) =>
        Task.FromResult((int)session.Reading.Number(
            "SELECT count(*) FROM escalations t WHERE t.policy_id = @policy AND t.due_at IS NOT NULL", ("policy", policyId)));

    public Task<IReadOnlyList<Escalation>> Of(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken) =>
        List<Escalation>("WHERE t.alert_id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(alertIds)));

    public Task<IReadOnlyList<EscalationCall>> Calls(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken) =>
        List<EscalationCall>(
            "WHERE t.alert_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.due_at, t.round, t.loop, t.level",
            ("ids", Columns.FromIds(alertIds)));

    public Task<IReadOnlyList<Alert>> RaisedBetween(
        Guid plantId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        List<Alert>(
            "WHERE t.plant_id = @plant AND t.raised_at >= @from AND t.raised_at < @to ORDER BY t.raised_at LIMIT @limit",
            ("plant", plantId), ("from", from), ("to", to), ("limit", limit));

    private Task<IReadOnlyList<T>> List<T>(string tail, params ReadOnlySpan<(string Name, object? Value)> arguments)
        where T : class =>
        Task.FromResult<IReadOnlyList<T>>(session.Reading.List<T>(tail, arguments));
}
