namespace LogiPilot.Kaizen.Core.Organisation;

public enum PlaceKind
{
    Area,
    Line,
    Station,
    Location,
}

/// <summary>
/// A place of a plant: an area, a line of an area, a station of a line (line side), or a location of the stores. Each has a
/// code unique in its plant and kind, and a label: the short code on its QR label, unique in the plant. Every place but
/// an area has an area, so that whatever happens there has a leader.
/// </summary>
public sealed class Place
{
    private Place()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public PlaceKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Label { get; private set; } = "";

    public Guid? AreaId { get; private set; }

    public Guid? LineId { get; private set; }

    /// <summary>Order on screens: a line never changes place on a television.</summary>
    public int Rank { get; private set; }

    public int Version { get; private set; }

    public static Place Create(
        Guid id, Guid plantId, PlaceKind kind, string code, string name, string label, Guid? areaId, Guid? lineId, int rank) =>
        new()
        {
            Id = id, PlantId = plantId, Kind = kind, Code = code, Name = name, Label = label,
            AreaId = kind == PlaceKind.Area ? id : areaId,
            LineId = kind == PlaceKind.Line ? id : lineId,
            Rank = rank, Version = 1,
        };

    /// <summary>Takes what a later extract says; true when something changed.</summary>
    public bool Revise(string name, Guid? areaId, Guid? lineId)
    {
        var area = Kind == PlaceKind.Area ? Id : areaId;
        var line = Kind == PlaceKind.Line ? Id : lineId;
        if (Name == name && AreaId == area && LineId == line)
        {
            return false;
        }

        (Name, AreaId, LineId) = (name, area, line);
        Version++;
        return true;
    }
}
