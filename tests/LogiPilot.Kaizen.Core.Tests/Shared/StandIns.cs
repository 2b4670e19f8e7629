using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Shared;

/// <summary>Plants, places and people in memory, for writing and reading.</summary>
internal sealed class InMemoryOrganisation : IOrganisationStore, IDirectory
{
    private readonly List<Plant> _plants = [];
    private readonly List<Place> _places = [];
    private readonly List<Person> _people = [];

    public List<PlantCalendar> Calendars { get; } = [];

    public List<Team> Teams { get; } = [];

    public IReadOnlyList<Person> Everybody => _people;

    public Task<IReadOnlyList<Plant>> Plants(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Plant>>([.. _plants]);

    public Task<Place?> FindPlace(Guid id, CancellationToken cancellationToken) => Task.FromResult(_places.Find(p => p.Id == id));

    public Task<IReadOnlyList<Place>> Places(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Place>>([.. _places.Where(p => p.PlantId == plantId)]);

    public Task<Person?> FindPerson(Guid id, CancellationToken cancellationToken) => Task.FromResult(_people.Find(p => p.Id == id));

    public Task<Person?> FindPersonByUserName(string userName, CancellationToken cancellationToken) =>
        Task.FromResult(_people.Find(p => string.Equals(p.UserName, userName, StringComparison.OrdinalIgnoreCase)));

    public Person Find(Guid personId) => _people.Single(p => p.Id == personId);

    public Task<bool> AnyPerson(CancellationToken cancellationToken) => Task.FromResult(_people.Count > 0);

    public ValueTask<OrganisationPicture> Current(CancellationToken cancellationToken) =>
        new(new OrganisationPicture(_plants, _places, _people, Calendars, Teams));

    public void Add(Plant plant) => _plants.Add(plant);

    public void Add(Place place) => _places.Add(place);

    public void Add(Person person) => _people.Add(person);

    public void Save(Plant plant)
    {
    }

    public void Save(Place place)
    {
    }

    public void Save(Person person)
    {
    }
}

/// <summary>Keeps what a use case made happen.</summary>
internal sealed class RecordedEvents : IEvents
{
    public List<DomainEvent> All { get; } = [];

    public void Raise(DomainEvent happened) => All.Add(happened);

    /// <summary>What happened since the last look, of one kind; everything is forgotten.</summary>
    public IReadOnlyList<T> Take<T>()
    {
        var taken = All.OfType<T>().ToList();
        All.Clear();
        return taken;
    }
}

/// <summary>Whoever the test says is asking.</summary>
internal sealed class AskedBy(Actor actor) : ICurrentActor
{
    public Actor Actor { get; set; } = actor;
}
