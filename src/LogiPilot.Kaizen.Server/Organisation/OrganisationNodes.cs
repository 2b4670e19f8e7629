using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Organisation;

[GraphQLName("Me")]
public sealed class MeNode(Actor actor, Person? person, OrganisationPicture picture)
{
    public Guid Id => actor.PersonId ?? Guid.Empty;

    public string Name => actor.Name;

    public string? UserName => person?.UserName;

    public Language Language => person?.Language ?? actor.Language;

    public PersonKind Kind => person?.Kind ?? PersonKind.Program;

    public IEnumerable<MembershipNode> Memberships => actor.Memberships
        .Where(m => picture.Plant(m.PlantId) is not null)
        .Select(m => new MembershipNode(m, picture));

    [GraphQLDescription("What the caller may do in a plant, conditions on a thing itself aside.")]
    public IEnumerable<Permission> GetPermissions(Guid plantId) => Enum.GetValues<Permission>().Where(p => actor.May(p, plantId));

    [GraphQLDescription("Now, by the server's clock.")]
    public DateTimeOffset GetServerTime(TimeProvider clock) => clock.GetUtcNow();
}

[GraphQLName("Membership")]
public sealed class MembershipNode(Membership membership, OrganisationPicture picture)
{
    public PlantNode Plant => new(picture.Plant(membership.PlantId)!, picture);

    public Role Role => membership.Role;

    [GraphQLDescription("Areas the role is held in; none: the whole plant.")]
    public IEnumerable<PlaceNode> Areas => membership.AreaIds.Select(picture.Place).OfType<Place>().Select(a => new PlaceNode(a, picture));

    public SupportService? Service => membership.Service;
}

[GraphQLName("Plant")]
public sealed class PlantNode(Plant plant, OrganisationPicture picture)
{
    public Guid Id => plant.Id;

    public string Code => plant.Code;

    public string Name => plant.Name;

    [GraphQLDescription("IANA name.")]
    public string TimeZone => plant.TimeZone;

    public Language Language => plant.Language;

    [GraphQLDescription("Of its calendar's week; around the clock, none.")]
    public IEnumerable<ShiftNode> Shifts => (picture.CalendarKept(plant.Id, null)?.Shifts ?? []).Select(ShiftNode.Of);

    [GraphQLDescription("Who is called when nobody else can be reached.")]
    public IEnumerable<PersonName> Fallback => plant.FallbackIds.Select(id => picture.NamePerson(id)).OfType<PersonName>();

    public int Version => plant.Version;

    public IEnumerable<PlaceNode> Areas => picture.Places
        .Where(p => p.PlantId == plant.Id && p.Kind == PlaceKind.Area)
        .Select(p => new PlaceNode(p, picture));

    public IEnumerable<LineNode> Lines => picture.Places
        .Where(p => p.PlantId == plant.Id && p.Kind == PlaceKind.Line)
        .Select(p => new LineNode(p, picture));
}

[GraphQLName("Place")]
public sealed class PlaceNode(Place place, OrganisationPicture picture)
{
    [GraphQLIgnore]
    public OrganisationPicture Picture => picture;

    public Guid Id => place.Id;

    public string Code => place.Code;

    public string Name => place.Name;

    public PlaceKind Kind => place.Kind;

    [GraphQLDescription("The short code on its QR label.")]
    public string Label => place.Label;

    public PlantNode Plant => new(picture.Plant(place.PlantId)!, picture);

    public PlaceNode? Area => Other(place.AreaId);

    public PlaceNode? Line => Other(place.LineId);

    private PlaceNode? Other(Guid? id) => id is { } other && other != place.Id && picture.Place(other) is { } found ? new(found, picture) : null;
}

[GraphQLName("Line")]
public sealed class LineNode(Place line, OrganisationPicture picture)
{
    [GraphQLIgnore]
    public OrganisationPicture Picture => picture;

    [GraphQLIgnore]
    public Guid PlantId => line.PlantId;

    public Guid Id => line.Id;

    public string Code => line.Code;

    public string Name => line.Name;

    public PlantNode Plant => new(picture.Plant(line.PlantId)!, picture);

    public PlaceNode? Area => line.AreaId is { } id && picture.Place(id) is { } area ? new(area, picture) : null;

    public IEnumerable<PlaceNode> Stations => picture.Places
        .Where(p => p.Kind == PlaceKind.Station && p.LineId == line.Id)
        .Select(p => new PlaceNode(p, picture));
}

[ObjectType<Named>]
[GraphQLName("PlaceRef")]
[GraphQLDescription("A light reference to a place.")]
public static class PlaceRefNode;

[ObjectType<PersonName>]
[GraphQLName("Person")]
public static class PersonNode
{
    public static async Task<PersonKind> GetKindAsync([Parent] PersonName person, IDirectory directory, CancellationToken cancellationToken) =>
        (await directory.Current(cancellationToken)).Person(person.Id)?.Kind ?? PersonKind.Human;
}
