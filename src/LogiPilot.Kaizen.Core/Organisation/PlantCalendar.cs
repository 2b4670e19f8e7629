namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// When a plant works, or one of its areas by a calendar of its own: shifts of the week, closing days, special days, all in the
/// plant's time. One a plant and one an area at most; without any, the plant works around the clock.
/// </summary>
public sealed class PlantCalendar
{
    private PlantCalendar()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    /// <summary>Null: the plant's, for every area without one of its own.</summary>
    public Guid? AreaId { get; private set; }

    /// <summary>In the order in which people name them: where shifts overlap, the first is the one a screen shows.</summary>
    public IReadOnlyList<Shift> Shifts { get; private set; } = [];

    public IReadOnlyList<ClosingDays> Closings { get; private set; } = [];

    public IReadOnlyList<SpecialDay> SpecialDays { get; private set; } = [];

    public int Version { get; private set; }

    public static PlantCalendar Create(
        Guid id, Guid plantId, Guid? areaId, IReadOnlyList<Shift> shifts, IReadOnlyList<ClosingDays>? closings = null,
        IReadOnlyList<SpecialDay>? specialDays = null) =>
        new()
        {
            Id = id, PlantId = plantId, AreaId = areaId, Shifts = shifts, Closings = closings ?? [], SpecialDays = specialDays ?? [],
            Version = 1,
        };

    public void Revise(IReadOnlyList<Shift> shifts, IReadOnlyList<ClosingDays> closings, IReadOnlyList<SpecialDay> specialDays)
    {
        (Shifts, Closings, SpecialDays) = (shifts, closings, specialDays);
        Version++;
    }
}
