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

    void Save(Plant plant);

    void Save(Place place);

    void Save(Person person);
}

/// <summary>Calendars, teams and absences as the writer sees them.</summary>
public interface ICalendarStore
{
    Task<IReadOnlyList<PlantCalendar>> Calendars(Guid plantId, CancellationToken cancellationToken);

    /// <summary>In order of code.</summary>
    Task<IReadOnlyList<Team>> Teams(Guid plantId, CancellationToken cancellationToken);

    Task<Team?> FindTeam(Guid id, CancellationToken cancellationToken);

    Task<Absence?> FindAbsence(Guid id, CancellationToken cancellationToken);

    void Add(PlantCalendar calendar);

    void Add(Team team);

    void Add(Absence absence);

    void Save(PlantCalendar calendar);

    void Save(Team team);

    void Save(Absence absence);

    void Remove(PlantCalendar calendar);

    void Remove(Team team);

    void Remove(Absence absence);
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

/// <summary>Sessions that their people signed out of, so that a copy of a cookie opens nothing. A write is a command of its own.</summary>
public interface IEndedSessions
{
    Task<bool> HasEnded(Guid sessionId, CancellationToken cancellationToken);

    Task End(Guid sessionId, DateTimeOffset at, CancellationToken cancellationToken);
}
