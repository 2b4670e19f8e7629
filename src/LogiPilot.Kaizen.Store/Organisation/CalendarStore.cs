using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Organisation;

/// <inheritdoc cref="ICalendarStore"/>
public sealed class CalendarStore(StoreSession session) : ICalendarStore
{
    internal const string TeamsInOrder = "ORDER BY t.code";

    public Task<IReadOnlyList<PlantCalendar>> Calendars(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlantCalendar>>(session.Reading.List<PlantCalendar>("WHERE t.plant_id = @plant", ("plant", plantId)));

    public Task<IReadOnlyList<Team>> Teams(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Team>>(session.Reading.List<Team>("WHERE t.plant_id = @plant " + TeamsInOrder, ("plant", plantId)));

    public Task<Team?> FindTeam(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Team>("WHERE t.id = @id", ("id", id)));

    public Task<Absence?> FindAbsence(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Absence>("WHERE t.id = @id", ("id", id)));

    public void Add(PlantCalendar calendar) => Table<PlantCalendar>.Mapped.Insert(Counted(), calendar);

    public void Add(Team team) => Table<Team>.Mapped.Insert(Counted(), team);

    public void Add(Absence absence) => Table<Absence>.Mapped.Insert(Counted(), absence);

    public void Save(PlantCalendar calendar) => Table<PlantCalendar>.Mapped.Update(Counted(), calendar);

    public void Save(Team team) => Table<Team>.Mapped.Update(Counted(), team);

    public void Save(Absence absence) => Table<Absence>.Mapped.Update(Counted(), absence);

    public void Remove(PlantCalendar calendar) => Table<PlantCalendar>.Mapped.Delete(Counted(), calendar);

    public void Remove(Team team) => Table<Team>.Mapped.Delete(Counted(), team);

    public void Remove(Absence absence) => Table<Absence>.Mapped.Delete(Counted(), absence);

    private StoreConnection Counted() => OrganisationStore.Counted(session);
}
