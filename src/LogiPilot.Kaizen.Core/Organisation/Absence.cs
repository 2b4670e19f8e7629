namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>A person is away from one instant to another (not included); meanwhile another may stand in, in every team of the person.</summary>
public sealed class Absence
{
    private Absence()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset Starts { get; private set; }

    public DateTimeOffset Ends { get; private set; }

    public Guid? ReplacedById { get; private set; }

    public int Version { get; private set; }

    public static Absence Create(Guid id, Guid plantId, Guid personId, DateTimeOffset starts, DateTimeOffset ends, Guid? replacedById) =>
        new() { Id = id, PlantId = plantId, PersonId = personId, Starts = starts, Ends = ends, ReplacedById = replacedById, Version = 1 };

    public void Revise(DateTimeOffset starts, DateTimeOffset ends, Guid? replacedById)
    {
        (Starts, Ends, ReplacedById) = (starts, ends, replacedById);
        Version++;
    }

    public bool Holds(DateTimeOffset at) => Starts <= at && at < Ends;
}
