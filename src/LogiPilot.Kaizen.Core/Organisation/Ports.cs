using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Plants, places and people as the writer sees them.</summary>
public interface IOrganisationStore
{
    Task<IReadOnlyList<Plant>> Plants(CancellationToken cancellationToken);

    Task<Place?> FindPlace(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Place>> Places(Guid plantId, CancellationToken cancellationToken);

    Task<Person?> FindPerson(Guid id, CancellationToken cancellationToken);

    Task<Person?> FindPersonByUserName(string userName, CancellationToken cancellationToken);

    Task<bool> AnyPerson(CancellationToken cancellationToken);

    void Add(Plant plant);

    void Add(Place place);

    void Add(Person person);

    void Save(Place place);

    void Save(Person person);
}

/// <summary>An API token of a person or program: only the SHA-256 of what was handed out is kept (hexadecimal, lower case).</summary>
public sealed record ApiToken(Guid Id, Guid PersonId, string Hash, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt = null);

/// <summary>API tokens. A write joins the running command, or is one of its own.</summary>
public interface ITokenStore
{
    /// <summary>The token with this hash, unless it was revoked.</summary>
    Task<ApiToken?> FindByHash(string hash, CancellationToken cancellationToken);

    Task Add(ApiToken token, CancellationToken cancellationToken);

    Task Revoke(Guid id, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>
/// The organisation in memory, for reading: small, asked at every request. Refreshed from the change log after each
/// commit that touched it, also one of another process.
/// </summary>
public interface IDirectory
{
    /// <summary>The present picture; immutable, cheap to ask for.</summary>
    ValueTask<OrganisationPicture> Current(CancellationToken cancellationToken);
}

/// <summary>An immutable picture of plants, places and people, indexed by id.</summary>
public sealed class OrganisationPicture(
    IReadOnlyList<Plant> plants, IReadOnlyList<Place> places, IReadOnlyList<Person> people)
{
    private readonly Dictionary<Guid, Plant> _plants = plants.ToDictionary(p => p.Id);
    private readonly Dictionary<Guid, Place> _places = places.ToDictionary(p => p.Id);
    private readonly Dictionary<Guid, Person> _people = people.ToDictionary(p => p.Id);

    /// <summary>In order of code.</summary>
    public IReadOnlyList<Plant> Plants { get; } = plants;

    /// <summary>In order of rank, then code.</summary>
    public IReadOnlyList<Place> Places { get; } = places;

    public IReadOnlyList<Person> People { get; } = people;

    public Plant? Plant(Guid id) => _plants.GetValueOrDefault(id);

    public Place? Place(Guid id) => _places.GetValueOrDefault(id);

    public Person? Person(Guid id) => _people.GetValueOrDefault(id);

    public Named? Name(Guid? placeId) => placeId is { } id && Place(id) is { } place ? new(place.Id, place.Code, place.Name) : null;

    public PersonName? NamePerson(Guid? personId) =>
        personId is { } id && Person(id) is { } person ? new(person.Id, person.Name) : null;

    /// <summary>The actor that a person is; null when unknown or no longer active.</summary>
    public Actor? ActorOf(Guid personId)
    {
        if (Person(personId) is not { IsActive: true } person)
        {
            return null;
        }

        var memberships = person.RoleEverywhere is { } role
            ? [.. person.Memberships, .. Plants.Select(p => new Membership(p.Id, role, []))]
            : person.Memberships;
        return new Actor(person.Id, person.Name, person.Language, memberships, person.RoleEverywhere);
    }
}
