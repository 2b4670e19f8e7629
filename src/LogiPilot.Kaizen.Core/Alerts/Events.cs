using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A step of an alert's life, with what it is after the step.</summary>
public sealed record AlertChanged(
    Guid PlantOfAlert, Guid AlertId, string Number, TimelineKind Step, AlertKind Kind, Severity Severity, AlertState State,
    Guid? AreaId, Guid? LineId, Guid? OwnerId, int Version) : DomainEvent(PlantOfAlert, AlertId);

/// <summary>
/// A level fired: these are told that they are asked for, by these channels. Urgent (critical, or safety) knows no quiet hours.
/// </summary>
public sealed record EscalationFired(
    Guid PlantOfAlert, Guid AlertId, int Round, EscalationTrack Track, int Loop, int Level, IReadOnlyList<Guid> Recipients,
    IReadOnlyList<NoticeChannel> Channels, bool IsUrgent, DateTimeOffset DueAt) : DomainEvent(PlantOfAlert, AlertId);

/// <summary>Nobody could be reached, down to the plant's fallback list: every screen of the plant sounds for the alert.</summary>
public sealed record SoundEverywhereStarted(Guid PlantOfAlert, Guid AlertId, int Round, EscalationTrack Track)
    : DomainEvent(PlantOfAlert, AlertId);

/// <summary>A policy or the setting of a kind was changed, with what it says now.</summary>
public sealed record EscalationPolicyChanged(
    Guid PlantOfPolicy, Guid PolicyId, string PolicyName, IReadOnlyList<EscalationTimers> Timers, bool IsRemoved, int RunningChanged)
    : DomainEvent(PlantOfPolicy, PolicyId);

/// <inheritdoc cref="EscalationPolicyChanged"/>
public sealed record KindSettingChanged(Guid PlantOfKind, AlertKind Kind, Severity Severity, SupportService? Service, Guid? PolicyId)
    : DomainEvent(PlantOfKind, PlantOfKind);

/// <summary>A leader put what is open before the next shift.</summary>
public sealed record HandoverSigned(
    Guid PlantOfHandover, Guid HandoverId, Guid? AreaId, DateTimeOffset ShiftEndsAt, IReadOnlyList<Guid> AlertIds, Guid SignedById,
    DateTimeOffset? NextStartsAt) : DomainEvent(PlantOfHandover, HandoverId);

/// <summary>Somebody of the next shift took over or refused some of it.</summary>
public sealed record HandoverAnswered(
    Guid PlantOfHandover, Guid HandoverId, Guid? AreaId, HandoverState State, IReadOnlyList<Guid> AlertIds, bool Accepted, Guid ById,
    Guid SignedById, int Version) : DomainEvent(PlantOfHandover, HandoverId);

/// <summary>What nobody took over in time is raised again.</summary>
public sealed record HandoverReturned(
    Guid PlantOfHandover, Guid HandoverId, Guid? AreaId, HandoverState State, IReadOnlyList<Guid> AlertIds, Guid SignedById)
    : DomainEvent(PlantOfHandover, HandoverId);

/// <summary>A maintenance window was saved or ended.</summary>
public sealed record MaintenanceWindowChanged(Guid PlantOfWindow, Guid WindowId, bool IsActive) : DomainEvent(PlantOfWindow, WindowId);
