using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>
/// Something that happened, in the past tense. Rooms to the right listen in the same transaction; the change log keeps it as
/// one row (plant, room, event name, subject, facts as JSON), from which push and mail are told after the commit.
/// </summary>
public abstract record DomainEvent(Guid? PlantId, Guid SubjectId) : INotification
{
    /// <summary>The room that owns the event: the last part of its namespace.</summary>
    public string Room => GetType().Namespace!.Split('.')[^1];

    public string Name => GetType().Name;
}

/// <summary>Collects what a use case made happen; the unit of work tells the listeners and the change log.</summary>
public interface IEvents
{
    void Raise(DomainEvent happened);
}
