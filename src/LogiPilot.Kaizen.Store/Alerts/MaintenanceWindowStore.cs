using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IMaintenanceWindowStore"/>
public sealed class MaintenanceWindowStore(StoreSession session) : IMaintenanceWindowStore
{
    public Task<MaintenanceWindow?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<MaintenanceWindow>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<MaintenanceWindow>> Active(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MaintenanceWindow>>(session.Reading.List<MaintenanceWindow>(
            "WHERE t.plant_id = @plant AND t.is_active = 1", ("plant", plantId)));

    public Task<IReadOnlyList<MaintenanceWindow>> List(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MaintenanceWindow>>(session.Reading.List<MaintenanceWindow>(
            "WHERE t.plant_id IN (SELECT value FROM json_each(@plants)) ORDER BY t.until DESC, t.id DESC",
            ("plants", Columns.FromIds(plants))));

    public Task<IReadOnlyList<Alert>> HeldBy(Guid windowId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>(session.Reading.List<Alert>("WHERE t.window_id = @window ORDER BY t.id", ("window", windowId)));

    public void Add(MaintenanceWindow window) => Table<MaintenanceWindow>.Mapped.Insert(session.Writing, window);

    public void Save(MaintenanceWindow window) => Table<MaintenanceWindow>.Mapped.Update(session.Writing, window);
}
