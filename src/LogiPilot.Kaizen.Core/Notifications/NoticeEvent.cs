using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Something that people are to be told: by its key once each, whatever crashes or is swept again. Facts are what the sentence needs:
/// texts, numbers, codes as the API spells them, instants.
/// </summary>
public sealed record NoticeEvent(
    Guid PlantId, string Key, NoticeKind Kind, Guid SubjectId, IReadOnlyCollection<Guid> People, IReadOnlyCollection<NoticeChannel> Channels,
    IReadOnlyDictionary<string, object?> Facts, bool IsUrgent = false)
{
    /// <summary>In the application, and by mail to whoever has an address and wants it.</summary>
    public static readonly IReadOnlyList<NoticeChannel> ToOne = [NoticeChannel.App, NoticeChannel.Mail];
}

/// <summary>People were told of something: those of them who are connected hear it at once.</summary>
public sealed record PeopleTold(Guid PlantOfNotice, Guid About, IReadOnlyList<Guid> NoticeIds) : DomainEvent(PlantOfNotice, About);

/// <summary>A person read notices, perhaps on another device.</summary>
public sealed record NoticesRead(Guid PersonId) : DomainEvent(null, PersonId);

/// <summary>A mail or webhook call was given up after its last attempt.</summary>
public sealed record SendingGivenUp(Guid PlantOfItem, Guid ItemId, NoticeChannel Channel, string? Address, string? Error)
    : DomainEvent(PlantOfItem, ItemId);
