using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>Makes the mail of a row of the outbox, in the language of its reader: of the facts that were true when it was told.</summary>
public sealed class MailComposer(NoticeTexts words, Texts texts, PublicAddress address, MailSettings settings)
{
    public const string PreferencesPage = "/desk/preferences";

    /// <summary>In this order, as far as they are known.</summary>
    private static readonly string[] Facts =
    [
        "number", "planNumber", "actionNumber", "dysfunctionNumber", "where", "area", "owner", "assignee", "sponsor", "by", "sinceAt", "untilAt", "dueOn", "newDueOn",
        "delayCause", "impact", "measures", "reason",
    ];

    /// <summary>One of these stands after the title.</summary>
    private static readonly string[] Numbers = ["number", "actionNumber", "planNumber", "dysfunctionNumber"];

    /// <param name="alert">As it stands now; null when it is about something else.</param>
    public Mail Compose(OutboxItem item, Person reader, OrganisationPicture picture, Alert? alert, DateTimeOffset now)
    {
        var said = words.Of(item, picture, reader.Language);
        var arguments = NoticeSentence.Of(item.Kind, item.SubjectId, item.Arguments, item.CreatedAt, picture.Plant(item.PlantId), reader).Arguments;
        var topic = NoticeKinds.TopicOf(item.Kind, arguments.GetValueOrDefault("variant") as string);
        var content = new MailContent(
            reader.Language, Subject(said.Title, arguments), said.Text, Mark(arguments, reader.Language),
            FactsOf(arguments, alert, reader.Language), said.Lines,
            new(texts.Of(reader.Language, "mail.open." + Name(topic)), address.Of(said.Link)),
            new(texts.Of(reader.Language, "mail.preferences"), address.Of(PreferencesPage)),
            texts.Of(reader.Language, "mail.signature", ("plant", picture.Plant(item.PlantId)?.Name)));
        return new Mail(
            item.Id, item.MessageId ?? $"<{item.Id:N}@{settings.MessageHost}>", Thread(item, topic), reader.Email ?? item.Address!, reader.Name, now,
            item.IsUrgent, content);
    }

    private static string Subject(string title, IReadOnlyDictionary<string, object?> arguments)
    {
        var number = Numbers.Select(n => arguments.GetValueOrDefault(n)).OfType<string>().FirstOrDefault();
        return MailWriting.OneLine(number is null ? title : $"{title} ({number})");
    }

    private MailMark? Mark(IReadOnlyDictionary<string, object?> arguments, Language language) =>
        arguments.GetValueOrDefault("severity") is string said && Severities.TryGetValue(said, out var severity)
            ? new(severity, texts.Say(language, "severity", arguments), texts.Say(language, "kind", arguments))
            : null;

    private List<MailFact> FactsOf(IReadOnlyDictionary<string, object?> arguments, Alert? alert, Language language)
    {
        var facts = Facts.Where(f => arguments.GetValueOrDefault(f) is not null)
            .Select(f => new MailFact(texts.Of(language, "mail.fact." + f), texts.Say(language, f, arguments)));
        return [.. facts, .. alert?.Description is { } reported ? [new MailFact(texts.Of(language, "mail.fact.description"), reported)] : (MailFact[])[]];
    }

    /// <summary>Every mail about one alert, one handover, one plan … is one conversation.</summary>
    private string? Thread(OutboxItem item, NoticeTopic topic) =>
        topic is NoticeTopic.Alert or NoticeTopic.Handover or NoticeTopic.Plan or NoticeTopic.Action or NoticeTopic.Dysfunction
            ? $"<{Name(topic)}-{item.SubjectId}@{settings.MessageHost}>"
            : null;

    private static string Name(NoticeTopic topic) => JsonNamingPolicy.CamelCase.ConvertName(topic.ToString());

    private static readonly Dictionary<string, Severity> Severities =
        Enum.GetValues<Severity>().ToDictionary(s => Naming.Screaming(s), StringComparer.Ordinal);
}
