using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Handovers, for reading and, inside a command, for writing.</summary>
public interface IHandoverStore
{
    Task<ShiftHandover?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>The handover of one shift of an area (none: of the plant as a whole).</summary>
    Task<ShiftHandover?> Of(Guid plantId, Guid? areaId, DateTimeOffset shiftEndsAt, CancellationToken cancellationToken);

    /// <summary>Handovers whose time to answer is over, but for some, oldest first.</summary>
    Task<IReadOnlyList<ShiftHandover>> Due(DateTimeOffset now, IReadOnlyCollection<Guid> except, int limit, CancellationToken cancellationToken);

    /// <summary>Of the plants given, newest first.</summary>
    Task<Page<ShiftHandover>> List(IReadOnlyCollection<Guid> plants, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Alerts that cleared since an instant before anybody took them, oldest first.</summary>
    Task<IReadOnlyList<Alert>> ClearedUntaken(Guid plantId, Guid? areaId, DateTimeOffset since, CancellationToken cancellationToken);

    void Add(ShiftHandover handover);

    void Save(ShiftHandover handover);
}

/// <summary>Maintenance windows, for reading and, inside a command, for writing.</summary>
public interface IMaintenanceWindowStore
{
    Task<MaintenanceWindow?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>The windows of a plant that were not ended.</summary>
    Task<IReadOnlyList<MaintenanceWindow>> Active(Guid plantId, CancellationToken cancellationToken);

    /// <summary>Of the plants given, those that last longest first.</summary>
    Task<IReadOnlyList<MaintenanceWindow>> List(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    /// <summary>What is shelved by a window now.</summary>
    Task<IReadOnlyList<Alert>> HeldBy(Guid windowId, CancellationToken cancellationToken);

    void Add(MaintenanceWindow window);

    void Save(MaintenanceWindow window);
}
