using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>Policies, settings, escalations and calls in memory.</summary>
internal sealed class InMemoryEscalations : IEscalationStore, IEscalationReader
{
    private readonly List<EscalationPolicy> _policies = [];
    private readonly List<KindSetting> _settings = [];
    private readonly List<Escalation> _escalations = [];
    private readonly List<EscalationCall> _calls = [];

    public IReadOnlyList<EscalationCall> AllCalls => _calls;

    /// <summary>Alerts whose calls cannot be kept, as when a database fails.</summary>
    public HashSet<Guid> Broken { get; } = [];

    public IReadOnlyList<Alert> Raised { get; set; } = [];

    public Task<EscalationPolicy?> FindPolicy(Guid id, CancellationToken cancellationToken) => Task.FromResult(_policies.Find(p => p.Id == id));

    public Task<IReadOnlyList<EscalationPolicy>> Policies(Guid plantId, CancellationToken cancellationToken) =>
        Policies([plantId], cancellationToken);

    public Task<IReadOnlyList<EscalationPolicy>> Policies(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List(_policies.Where(p => plants.Contains(p.PlantId)));

    public void Add(EscalationPolicy policy) => _policies.Add(policy);

    public void Save(EscalationPolicy policy)
    {
    }

    public void Remove(EscalationPolicy policy) => _policies.Remove(policy);

    public Task<KindSetting?> Setting(Guid plantId, AlertKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(_settings.Find(s => s.PlantId == plantId && s.Kind == kind));

    public Task<IReadOnlyList<KindSetting>> Settings(Guid plantId, CancellationToken cancellationToken) => Settings([plantId], cancellationToken);

    public Task<IReadOnlyList<KindSetting>> Settings(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List(_settings.Where(s => plants.Contains(s.PlantId)));

    public void Put(KindSetting setting)
    {
        _settings.RemoveAll(s => s.PlantId == setting.PlantId && s.Kind == setting.Kind);
        _settings.Add(setting);
    }

    public Task<Escalation?> Find(Guid alertId, CancellationToken cancellationToken) =>
        Task.FromResult(_escalations.Find(e => e.AlertId == alertId));

    public Task<Escalation?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> exceptAlerts, CancellationToken cancellationToken) =>
        Task.FromResult(_escalations.Where(e => e.DueAt <= now && !exceptAlerts.Contains(e.AlertId)).MinBy(e => e.DueAt));

    public Task<IReadOnlyList<Escalation>> RunningUnder(Guid policyId, CancellationToken cancellationToken) =>
        List(_escalations.Where(e => e.PolicyId == policyId && e.DueAt is not null));

    public Task<IReadOnlyList<Escalation>> RunningIn(Guid plantId, CancellationToken cancellationToken) =>
        List(_escalations.Where(e => e.PlantId == plantId && e.DueAt is not null));

    public void Add(Escalation escalation) => _escalations.Add(escalation);

    public void Save(Escalation escalation)
    {
    }

    public void Add(EscalationCall call)
    {
        if (Broken.Contains(call.AlertId)
            || _calls.Any(c => (c.AlertId, c.Round, c.Track, c.Loop, c.Level) == (call.AlertId, call.Round, call.Track, call.Loop, call.Level)))
        {
            throw new InvalidOperationException("The call cannot be kept.");
        }

        _calls.Add(call);
    }

    public async Task<int> CountRunningUnder(Guid policyId, CancellationToken cancellationToken) =>
        (await RunningUnder(policyId, cancellationToken)).Count;

    public Task<IReadOnlyList<Escalation>> Of(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken) =>
        List(_escalations.Where(e => alertIds.Contains(e.AlertId)));

    public Task<IReadOnlyList<EscalationCall>> Calls(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken) =>
        List(_calls.Where(c => alertIds.Contains(c.AlertId)));

    public Task<IReadOnlyList<Alert>> RaisedBetween(
        Guid plantId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        List(Raised.Where(a => a.PlantId == plantId && a.RaisedAt >= from && a.RaisedAt < to).OrderBy(a => a.RaisedAt).Take(limit));

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);
}

/// <summary>Everybody can be reached but whom a test says.</summary>
internal sealed class ChosenReach : IReach
{
    public HashSet<Guid> Away { get; } = [];

    public bool CanReach(Guid personId, IReadOnlyList<NoticeChannel> channels, bool isUrgent, DateTimeOffset at) => !Away.Contains(personId);
}
