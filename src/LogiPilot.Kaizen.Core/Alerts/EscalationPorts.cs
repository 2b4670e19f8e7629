using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Whether a person can be reached by one of the channels at an instant: in the application by a device that is connected, by mail by an
/// address outside the person's quiet hours. What is urgent knows no quiet hours.
/// </summary>
public interface IReach
{
    bool CanReach(Guid personId, IReadOnlyList<NoticeChannel> channels, bool isUrgent, DateTimeOffset at);
}

/// <summary>Policies, settings of kinds, running escalations and their calls, as the writer sees them inside the running transaction.</summary>
public interface IEscalationStore
{
    Task<EscalationPolicy?> FindPolicy(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<EscalationPolicy>> Policies(Guid plantId, CancellationToken cancellationToken);

    void Add(EscalationPolicy policy);

    void Save(EscalationPolicy policy);

    void Remove(EscalationPolicy policy);

    /// <summary>Null: the kind is as <see cref="AlertKinds"/> has it.</summary>
    Task<KindSetting?> Setting(Guid plantId, AlertKind kind, CancellationToken cancellationToken);

    Task<IReadOnlyList<KindSetting>> Settings(Guid plantId, CancellationToken cancellationToken);

    void Put(KindSetting setting);

    Task<Escalation?> Find(Guid alertId, CancellationToken cancellationToken);

    /// <summary>The escalation whose level has been due longest, those of some alerts left out.</summary>
    Task<Escalation?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> exceptAlerts, CancellationToken cancellationToken);

    /// <summary>Escalations with a level still to come that began under a policy.</summary>
    Task<IReadOnlyList<Escalation>> RunningUnder(Guid policyId, CancellationToken cancellationToken);

    /// <summary>Escalations of a plant with a level still to come.</summary>
    Task<IReadOnlyList<Escalation>> RunningIn(Guid plantId, CancellationToken cancellationToken);

    void Add(Escalation escalation);

    void Save(Escalation escalation);

    /// <exception cref="InvalidOperationException">The level has fired already.</exception>
    void Add(EscalationCall call);
}

/// <summary>Escalations for reading. Every list is limited to what is given.</summary>
public interface IEscalationReader
{
    Task<IReadOnlyList<EscalationPolicy>> Policies(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    Task<IReadOnlyList<KindSetting>> Settings(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    Task<int> CountRunningUnder(Guid policyId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Escalation>> Of(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken);

    /// <summary>The calls of alerts, in the order in which they were due.</summary>
    Task<IReadOnlyList<EscalationCall>> Calls(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken);

    /// <summary>Alerts raised in a time, oldest first, at most so many.</summary>
    Task<IReadOnlyList<Alert>> RaisedBetween(
        Guid plantId, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);
}
