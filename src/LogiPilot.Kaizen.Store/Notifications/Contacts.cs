using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Store.Organisation;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="IContacts"/>
public sealed class Contacts(StoreSession session) : IContacts
{
    public Contact? Of(Guid personId)
    {
        if (session.Reading.First<Person>("WHERE t.id = @id", ("id", personId)) is not { IsActive: true } person)
        {
            return null;
        }

        var plants = session.Reading.List<Plant>(OrganisationStore.PlantsInOrder);
        var chosen = session.Reading.First<NoticePreferences>(NoticeStore.OfPerson, ("person", personId));
        return new(person.Email, new OrganisationPicture(plants, [], []).ZoneOf(person), chosen ?? NoticePreferences.Of(personId));
    }
}
