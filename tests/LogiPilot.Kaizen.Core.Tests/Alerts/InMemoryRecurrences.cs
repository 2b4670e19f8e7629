using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>Recurrences in memory, counted over the alerts in memory.</summary>
internal sealed class InMemoryRecurrences(InMemoryAlerts alerts) : IRecurrenceStore
{
    private readonly List<Recurrence> _recurrences = [];
    private readonly Dictionary<(Guid, RecurrenceCriterion), RecurrenceRule> _rules = [];

    public IReadOnlyList<Recurrence> All => _recurrences;

    public Task<RecurrenceRule?> Rule(Guid plantId, RecurrenceCriterion criterion, CancellationToken cancellationToken) =>
        Task.FromResult(_rules.GetValueOrDefault((plantId, criterion)));

    public void Put(RecurrenceRule rule) => _rules[(rule.PlantId, rule.Criterion)] = rule;

    public Task<Recurrence?> Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(_recurrences.Find(r => r.Id == id));

    public Task<Recurrence?> LastOf(Guid plantId, AlertKey key, CancellationToken cancellationToken) =>
        Task.FromResult(_recurrences.FindLast(r => r.PlantId == plantId && r.Key == key));

    public Task<Recurrence?> LastOf(Guid plantId, string causeCode, CancellationToken cancellationToken) =>
        Task.FromResult(_recurrences.FindLast(r => r.PlantId == plantId && r.CauseCode == causeCode));

    public Task<IReadOnlyList<RecurringAlert>> RaisedOn(Guid plantId, AlertKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Counted(a => a.PlantId == plantId && a.Key == key && a.State != AlertState.Cancelled && a.RaisedAt >= since, a => a.RaisedAt);

    public Task<IReadOnlyList<RecurringAlert>> ClosedWith(Guid plantId, string causeCode, DateTimeOffset since, CancellationToken cancellationToken) =>
        Counted(a => a.PlantId == plantId && a.State == AlertState.Closed && a.CauseCode == causeCode && a.EndedAt >= since, a => a.EndedAt!.Value);

    public void Add(Recurrence recurrence) => _recurrences.Add(recurrence);

    public void Save(Recurrence recurrence)
    {
    }

    private Task<IReadOnlyList<RecurringAlert>> Counted(Func<Alert, bool> which, Func<Alert, DateTimeOffset> at) =>
        Task.FromResult<IReadOnlyList<RecurringAlert>>([.. alerts.All.Where(which).OrderBy(at).Select(a => new RecurringAlert(a.Id, at(a)))]);
}
