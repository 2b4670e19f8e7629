using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>Handovers and maintenance windows in memory.</summary>
internal sealed class InMemoryHandovers(InMemoryAlerts alerts) : IHandoverStore, IMaintenanceWindowStore
{
    private readonly List<ShiftHandover> _handovers = [];
    private readonly List<MaintenanceWindow> _windows = [];

    public IReadOnlyList<ShiftHandover> All => _handovers;

    Task<ShiftHandover?> IHandoverStore.Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(_handovers.Find(h => h.Id == id));

    public Task<ShiftHandover?> Of(Guid plantId, Guid? areaId, DateTimeOffset shiftEndsAt, CancellationToken cancellationToken) =>
        Task.FromResult(_handovers.Find(h => h.PlantId == plantId && h.AreaId == areaId && h.ShiftEndsAt == shiftEndsAt));

    public Task<IReadOnlyList<ShiftHandover>> Due(
        DateTimeOffset now, IReadOnlyCollection<Guid> except, int limit, CancellationToken cancellationToken) =>
        List(_handovers.Where(h => h.DueAt <= now && !except.Contains(h.Id)).OrderBy(h => h.DueAt).Take(limit));

    public Task<Page<ShiftHandover>> List(IReadOnlyCollection<Guid> plants, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<ShiftHandover>([.. _handovers.Where(h => plants.Contains(h.PlantId)).Select(h => ($"{h.Id}", h))], false, false, null));

    public Task<IReadOnlyList<Alert>> ClearedUntaken(Guid plantId, Guid? areaId, DateTimeOffset since, CancellationToken cancellationToken) =>
        List(alerts.All.Where(a => a.PlantId == plantId && (areaId is null || a.AreaId == areaId) && a.ResolvedAt >= since
            && a.CauseCode == AlertCauses.ClearedUntaken));

    public void Add(ShiftHandover handover) => _handovers.Add(handover);

    public void Save(ShiftHandover handover)
    {
    }

    Task<MaintenanceWindow?> IMaintenanceWindowStore.Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(_windows.Find(w => w.Id == id));

    public Task<IReadOnlyList<MaintenanceWindow>> Active(Guid plantId, CancellationToken cancellationToken) =>
        List(_windows.Where(w => w.PlantId == plantId && w.IsActive));

    public Task<IReadOnlyList<MaintenanceWindow>> List(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List(_windows.Where(w => plants.Contains(w.PlantId)));

    public Task<IReadOnlyList<Alert>> HeldBy(Guid windowId, CancellationToken cancellationToken) =>
        List(alerts.All.Where(a => a.WindowId == windowId));

    public void Add(MaintenanceWindow window) => _windows.Add(window);

    public void Save(MaintenanceWindow window)
    {
    }

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);
}
