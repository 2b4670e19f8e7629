using System.Globalization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>Alerts in memory, for writing and reading. Everything handed out is the one instance, as inside one transaction.</summary>
internal sealed class InMemoryAlerts : IAlertStore, IAlertReader
{
    private readonly List<Alert> _alerts = [];
    private readonly List<TimelineEntry> _timeline = [];

    public IReadOnlyList<Alert> All => _alerts;

    /// <summary>What was done to an alert, calls left out.</summary>
    public IReadOnlyList<TimelineKind> StepsOf(Alert alert) =>
        [.. EntriesOf(alert).Select(e => e.Kind).Where(k => k is not (TimelineKind.Escalated or TimelineKind.ReachedNobody))];

    public IReadOnlyList<TimelineEntry> EntriesOf(Alert alert) => [.. _timeline.Where(e => e.AlertId == alert.Id)];

    public Task<Alert?> Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(_alerts.Find(a => a.Id == id));

    public Task<IReadOnlyList<Alert>> OpenOn(Guid plantId, AlertKey key, CancellationToken cancellationToken) =>
        List(On(plantId, key).Where(a => a.IsOpen).OrderByDescending(a => a.LastSeenAt));

    public Task<Alert?> LastOn(Guid plantId, AlertKey key, CancellationToken cancellationToken) => Last(On(plantId, key));

    public Task<Alert?> LastOfPoint(Guid supplyPointId, string family, CancellationToken cancellationToken) =>
        Last(_alerts.Where(a => a.SupplyPointId == supplyPointId && a.Key.Family == family));

    public Task<Alert?> StoppedOn(Guid lineId, CancellationToken cancellationToken) =>
        Task.FromResult(_alerts.Find(a => a.LineId == lineId && a.LineStoppedAt is not null));

    public Task<IReadOnlyList<TimelineKind>> StepsSince(Guid alertId, int version, CancellationToken cancellationToken) =>
        List(_timeline.Where(e => e.AlertId == alertId && e.Version > version).Select(e => e.Kind));

    public Task<Alert?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) =>
        Task.FromResult(_alerts.Where(a => a.DueAt <= now && !except.Contains(a.Id)).MinBy(a => a.DueAt));

    public Task<string> NextNumber(Guid plantId, int year, CancellationToken cancellationToken) =>
        Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"A-{year}-{_alerts.Count(a => a.PlantId == plantId) + 1:000000}"));

    public void Add(Alert alert)
    {
        _alerts.Add(alert);
        Save(alert);
    }

    public void Save(Alert alert)
    {
        _timeline.AddRange(alert.NewEntries);
        alert.EntriesWritten();
    }

    public void Note(Alert alert) => Save(alert);

    public Task<IReadOnlyList<Alert>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List(_alerts.Where(a => ids.Contains(a.Id)));

    public Task<Page<Alert>> List(
        IReadOnlyCollection<Guid> plants, AlertFilter filter, AlertOrder order, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Alert>(
            [.. _alerts.Where(a => plants.Contains(a.PlantId) && (filter.Number is null || a.Number == filter.Number))
                .Take(page.Size).Select(a => (a.Number, a))], false, false, null));

    public Task<IReadOnlyList<Alert>> Open(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List(_alerts.Where(a => plants.Contains(a.PlantId) && a.IsOpen));

    public Task<IReadOnlyList<Alert>> ShelvedUntil(DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken) =>
        List(_alerts.Where(a => a.State == AlertState.Shelved && a.ShelvedUntil > after && a.ShelvedUntil <= upTo).OrderBy(a => a.ShelvedUntil));

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<TimelineEntry>>> Timelines(
        IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<TimelineEntry>>>(_timeline.Where(e => alertIds.Contains(e.AlertId))
            .GroupBy(e => e.AlertId).ToDictionary(g => g.Key, g => (IReadOnlyList<TimelineEntry>)[.. g]));

    private static Task<Alert?> Last(IEnumerable<Alert> alerts) =>
        Task.FromResult(alerts.Reverse().OrderByDescending(a => a.IsOpen).FirstOrDefault());

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);

    private IEnumerable<Alert> On(Guid plantId, AlertKey key) => _alerts.Where(a => a.PlantId == plantId && a.Key == key);
}
