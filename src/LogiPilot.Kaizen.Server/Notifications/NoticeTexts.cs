using System.Text.Json;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Notifications;

/// <summary>A notice in words: a title, what is asked, what it is about one by one, and the path of the thing itself.</summary>
public sealed record NoticeWords(string Title, string Text, IReadOnlyList<string> Lines, string Link);

/// <summary>Puts notices and what is sent of them into words; used by the centre, the hub, mails and webhooks alike.</summary>
public sealed class NoticeTexts(Texts texts)
{
    public NoticeWords Of(Notice notice, OrganisationPicture picture, Language language) =>
        Words(notice.Kind, notice.SubjectId, notice.Arguments, notice.CreatedAt, picture.Plant(notice.PlantId), picture.Person(notice.PersonId), language);

    /// <summary>In a language given (a webhook's are both), else in that of the person told, else in the plant's.</summary>
    public NoticeWords Of(OutboxItem item, OrganisationPicture picture, Language? language = null)
    {
        var (plant, person) = (picture.Plant(item.PlantId), item.PersonId is { } id ? picture.Person(id) : null);
        return Words(
            item.Kind, item.SubjectId, item.Arguments, item.CreatedAt, plant, person, language ?? person?.Language ?? plant?.Language ?? Language.Fr);
    }

    /// <summary>Why something was not sent; null when it was.</summary>
    public string? Error(string? error, Language language) =>
        error is null ? null : texts.Say(language, "error", new Dictionary<string, object?>(StringComparer.Ordinal) { ["error"] = error });

    /// <summary>The number of the alert that a notice is about; null when it is about something else.</summary>
    public static string? NumberOf(string arguments)
    {
        using var facts = JsonDocument.Parse(arguments);
        return facts.RootElement.TryGetProperty("number", out var number) ? number.GetString() : null;
    }

    private NoticeWords Words(
        NoticeKind kind, Guid subjectId, string facts, DateTimeOffset saidAt, Plant? plant, Person? reader, Language language)
    {
        var sentence = NoticeSentence.Of(kind, subjectId, facts, saidAt, plant, reader);
        return new(
            texts.Of(language, sentence.Title, sentence.Arguments), texts.Of(language, sentence.Text, sentence.Arguments),
            [.. sentence.Lines.Select(l => texts.Of(language, l.Text, l.Arguments))], sentence.Link);
    }
}
