namespace LogiPilot.Kaizen.Core.Shared;

public enum Language
{
    Fr,
    En,
}

public enum Role
{
    Operator,
    Pilot,
    Agent,
    TeamLeader,
    Manager,
    Support,
    Admin,
    Screen,
}

/// <summary>Support service of the plant to which an alert or a dysfunction is referred.</summary>
public enum SupportService
{
    Maintenance,
    It,
    Quality,
    Purchasing,
    Scheduling,
    LogisticsMethods,
    Hse,
    Hr,
}

/// <summary>What one person is in one plant. No area named means the whole plant.</summary>
public sealed record Membership(Guid PlantId, Role Role, IReadOnlyList<Guid> AreaIds, SupportService? Service = null);

/// <summary>
/// What a permission's condition is asked about: whose plant and area it is, who raised it, whether somebody took it, and
/// the service it is routed to.
/// </summary>
public interface IConcern
{
    Guid PlantId { get; }

    Guid? AreaId { get; }

    Guid? RaisedById { get; }

    bool IsTaken { get; }

    SupportService? RoutedTo { get; }

    /// <summary>Who it was given to by name: leader and participants of a plan, owner of an action.</summary>
    IReadOnlyCollection<Guid> NamedIds => [];

    /// <summary>Who decides on it.</summary>
    Guid? SponsorId => null;
}

/// <summary>
/// Who asks: a person, a program with a token, or the system itself (<see cref="PersonId"/> null). A role everywhere is a membership of
/// each plant too, and holds before there is any.
/// </summary>
public sealed record Actor(
    Guid? PersonId, string Name, Language Language, IReadOnlyList<Membership> Memberships, Role? RoleEverywhere = null)
{
    public static readonly Actor System = new(null, "LogiPilot.Kaizen", Language.Fr, []);

    /// <summary>Areas that had no team leader of their own on shift when the actor began to act.</summary>
    public IReadOnlyList<Guid> LeaderlessAreaIds { get; init; } = [];

    public bool IsSystem => PersonId is null;

    public IEnumerable<Guid> PlantIds => Memberships.Select(m => m.PlantId).Distinct();

    /// <summary>The plants that a list is limited to: those asked for that the actor sees; without asking, all of a person's.</summary>
    public IReadOnlyList<Guid> PlantsAmong(IReadOnlyList<Guid>? asked) =>
        asked is null ? [.. PlantIds] : [.. asked.Where(Sees).Distinct()];

    public bool Sees(Guid plantId) => IsSystem || Memberships.Any(m => m.PlantId == plantId);

    /// <summary>Whether some role of the actor could hold the permission anywhere: asked before anything is loaded.</summary>
    public bool May(Permission permission) =>
        IsSystem
        || (RoleEverywhere is { } everywhere && RoleTable.Grant(everywhere, permission) != Grant.No)
        || Memberships.Any(m => RoleTable.Grant(m.Role, permission) != Grant.No);

    /// <summary>Whether the actor holds the permission in a plant, its conditions aside.</summary>
    public bool May(Permission permission, Guid plantId) =>
        IsSystem || Memberships.Any(m => m.PlantId == plantId && RoleTable.Grant(m.Role, permission) != Grant.No);

    /// <summary>Whether the actor holds the permission on this very thing: asked after it was loaded.</summary>
    public bool May(Permission permission, IConcern about) =>
        IsSystem || Memberships.Any(m => m.PlantId == about.PlantId && RoleTable.Holds(this, m, permission, about));
}
