namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// People who work the same shift in some areas (none named: the whole plant). The rotation says the shift's code week by week and
/// begins again at its end; null is a week off; an empty one works every shift.
/// </summary>
public sealed class Team
{
    private Team()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<Guid> AreaIds { get; private set; } = [];

    public IReadOnlyList<Guid> MemberIds { get; private set; } = [];

    /// <summary>The Monday of the rotation's first week.</summary>
    public DateOnly RotationStarts { get; private set; }

    public IReadOnlyList<string?> Rotation { get; private set; } = [];

    public int Version { get; private set; }

    public static Team Create(Guid id, Guid plantId, TeamFacts facts)
    {
        var team = new Team { Id = id, PlantId = plantId };
        team.Revise(facts);
        return team;
    }

    public void Revise(TeamFacts facts)
    {
        (Code, Name, AreaIds, MemberIds) = (facts.Code, facts.Name, facts.AreaIds, facts.MemberIds);
        (RotationStarts, Rotation) = (facts.RotationStarts, facts.Rotation);
        Version++;
    }

    /// <summary>Whether the team works in an area; what is of no area concerns every team.</summary>
    public bool Covers(Guid? areaId) => AreaIds.Count == 0 || areaId is not { } area || AreaIds.Contains(area);

    /// <summary>Whether the team works a shift that started on a day.</summary>
    public bool Works(string shiftCode, DateOnly day)
    {
        if (Rotation.Count == 0)
        {
            return true;
        }

        var weeks = (int)Math.Floor((day.DayNumber - RotationStarts.DayNumber) / 7.0) % Rotation.Count;
        return string.Equals(Rotation[weeks < 0 ? weeks + Rotation.Count : weeks], shiftCode, StringComparison.Ordinal);
    }
}

/// <summary>What a person says of a team.</summary>
public sealed record TeamFacts(
    string Code, string Name, IReadOnlyList<Guid> AreaIds, IReadOnlyList<Guid> MemberIds, DateOnly RotationStarts,
    IReadOnlyList<string?> Rotation);
