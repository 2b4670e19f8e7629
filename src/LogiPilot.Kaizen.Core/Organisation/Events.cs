using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>A plant, place or person was made or changed: whoever keeps a picture of the organisation refreshes it.</summary>
public sealed record OrganisationChanged(Guid? PlantId, Guid SubjectId, string What) : DomainEvent(PlantId, SubjectId);
