using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>A plant, place or person was made or changed: whoever keeps a picture of the organisation refreshes it.</summary>
public sealed record OrganisationChanged(Guid? PlantId, Guid SubjectId, string What) : DomainEvent(PlantId, SubjectId);

/// <summary>A plant, or an area of it, works at other times from now on.</summary>
public sealed record CalendarChanged(Guid PlantOfCalendar, Guid CalendarId) : DomainEvent(PlantOfCalendar, CalendarId);
