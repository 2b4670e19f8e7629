using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Notifications;

/// <summary>A notice in the words of its reader: as the notification centre lists it and as the hub tells it.</summary>
[GraphQLName("Notice")]
public record NoticeNode(
    Guid Id, NoticeKind Kind, bool IsUrgent, string Title,
    [property: GraphQLDescription("What is asked, in one sentence.")] string Text,
    [property: GraphQLDescription("What it is about, one by one, when it is about several things.")] IReadOnlyList<string> Lines,
    [property: GraphQLDescription("The path of the thing itself.")] string Link,
    DateTimeOffset CreatedAt, DateTimeOffset? ReadAt, NoticeAlert? Alert)
{
    public static NoticeNode Of(Notice notice, NoticeTexts texts, OrganisationPicture picture, Language language)
    {
        var words = texts.Of(notice, picture, language);
        return new(
            notice.Id, notice.Kind, notice.IsUrgent, words.Title, words.Text, words.Lines, words.Link, notice.CreatedAt, notice.ReadAt,
            NoticeTexts.NumberOf(notice.Arguments) is { } number ? new(notice.SubjectId, number) : null);
    }
}

[GraphQLName("NoticeAlert")]
public sealed record NoticeAlert(Guid Id, string Number);

[GraphQLName("NoticePreferences")]
public sealed class NoticePreferencesNode(NoticePreferences preferences)
{
    [GraphQLDescription("Groups that do not come by mail.")]
    public IReadOnlyList<NoticeGroup> MailOff => preferences.MailOff;

    [GraphQLDescription("Start of the quiet hours by the plant's clock, as 22:00; null: none.")]
    public string? QuietFrom => Time(preferences.QuietFrom);

    public string? QuietTo => Time(preferences.QuietTo);

    public IReadOnlyList<DayOfWeek> QuietDays => preferences.QuietDays;

    public bool DigestByMail => preferences.DigestByMail;

    public int Version => preferences.Version;

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

[GraphQLName("OutboxItem")]
public sealed class OutboxItemNode(OutboxItem item, NoticeTexts texts, OrganisationPicture picture, Language language)
{
    public Guid Id => item.Id;

    public NoticeKind Kind => item.Kind;

    public NoticeChannel Channel => item.Channel;

    public OutboxState State => item.State;

    public bool IsUrgent => item.IsUrgent;

    public PersonName? Person => picture.NamePerson(item.PersonId);

    public Guid? WebhookId => item.WebhookId;

    [GraphQLDescription("Mail address or URL; null in the application.")]
    public string? Address => item.Address;

    [GraphQLDescription("What is said, in the language of who is told.")]
    public string Sentence => texts.Of(item, picture).Text;

    public int Attempts => item.Attempts;

    [GraphQLDescription("Why it was not sent, in the caller's language; what the other side answered, as it stands.")]
    public string? LastError => texts.Error(item.LastError, language);

    public DateTimeOffset CreatedAt => item.CreatedAt;

    [GraphQLDescription("When it is sent, or the quiet hours that hold it end; null: nothing is to come.")]
    public DateTimeOffset? DueAt => item.DueAt;

    public DateTimeOffset? SentAt => item.SentAt;

    public string? MessageId => item.MessageId;
}
