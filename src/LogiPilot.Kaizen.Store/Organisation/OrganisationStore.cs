using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Organisation;

/// <inheritdoc cref="IOrganisationStore"/>
public sealed class OrganisationStore(StoreSession session) : IOrganisationStore
{
    /// <summary>How often the organisation was written: whoever keeps a picture of it compares.</summary>
    internal const string WritesSql = "SELECT ifnull(max(value), 0) FROM counters WHERE name = 'organisation'";

    internal const string PlacesInOrder = "ORDER BY t.rank, t.code";

    internal const string PlantsInOrder = "ORDER BY t.code";

    public Task<IReadOnlyList<Plant>> Plants(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Plant>>(session.Reading.List<Plant>(PlantsInOrder));

    public Task<Place?> FindPlace(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Place>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Place>> Places(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Place>>(
            session.Reading.List<Place>("WHERE t.plant_id = @plant " + PlacesInOrder, ("plant", plantId)));

    public Task<Person?> FindPerson(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Person>("WHERE t.id = @id", ("id", id)));

    public Task<Person?> FindPersonByUserName(string userName, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Person>("WHERE t.sign_in_key = @key", ("key", SignInKey(userName))));

    public Task<bool> AnyPerson(CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Number("SELECT EXISTS (SELECT 1 FROM people)") == 1);

    public void Add(Plant plant) => Table<Plant>.Mapped.Insert(Counted(), plant);

    public void Add(Place place) => Table<Place>.Mapped.Insert(Counted(), place);

    public void Add(Person person) => Table<Person>.Mapped.Insert(Counted(), person);

    public void Save(Plant plant) => Table<Plant>.Mapped.Update(Counted(), plant);

    public void Save(Place place) => Table<Place>.Mapped.Update(Counted(), place);

    public void Save(Person person) => Table<Person>.Mapped.Update(Counted(), person);

    internal static string? SignInKey(string? userName) => userName?.Trim().ToLowerInvariant();

    /// <summary>The writer's connection, the organisation counted as written once more.</summary>
    internal static StoreConnection Counted(StoreSession session)
    {
        session.Writing.Execute(
            "INSERT INTO counters (name, value) VALUES ('organisation', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1");
        return session.Writing;
    }

    private StoreConnection Counted() => Counted(session);
}
