using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Whether a device of a person is connected at this moment.</summary>
public interface IPresence
{
    bool IsConnected(Guid personId);
}

/// <summary>How a person can be written to.</summary>
public sealed record Contact(string? Address, TimeZoneInfo Zone, NoticePreferences Preferences);

/// <summary>Addresses and preferences as they stand at this moment, in the running transaction.</summary>
public interface IContacts
{
    /// <summary>Null: nobody active has this id.</summary>
    Contact? Of(Guid personId);
}

/// <summary>Reached by a device that is connected, or by an address that wants calls and is outside its quiet hours.</summary>
public sealed class Reach(IPresence presence, IContacts contacts) : IReach
{
    public bool CanReach(Guid personId, IReadOnlyList<NoticeChannel> channels, bool isUrgent, DateTimeOffset at) =>
        (channels.Contains(NoticeChannel.App) && presence.IsConnected(personId))
        || (channels.Contains(NoticeChannel.Mail) && contacts.Of(personId) is { Address: not null } contact
            && (isUrgent || (contact.Preferences.WantsMail(NoticeKind.AlertCalled) && contact.Preferences.QuietUntil(at, contact.Zone) is null)));
}

/// <summary>The clock that a person lives by.</summary>
public static class PersonClock
{
    /// <summary>That of the person's first plant; of the first plant when the person's role holds everywhere.</summary>
    public static TimeZoneInfo ZoneOf(this OrganisationPicture organisation, Person person)
    {
        var plant = person.Memberships.Select(m => organisation.Plant(m.PlantId)).OfType<Plant>().FirstOrDefault()
            ?? (organisation.Plants is [var first, ..] ? first : null);
        return plant is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone);
    }
}
