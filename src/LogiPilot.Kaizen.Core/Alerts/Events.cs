using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A step of an alert's life, with what it is after the step.</summary>
public sealed record AlertChanged(
    Guid PlantOfAlert, Guid AlertId, string Number, TimelineKind Step, AlertKind Kind, Severity Severity, AlertState State,
    Guid? AreaId, Guid? LineId, Guid? OwnerId, int Version) : DomainEvent(PlantOfAlert, AlertId);
