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
    private static readonly string[] Facts = ["number", "where", "area", "owner", "by", "sinceAt", "untilAt", "reason"];

    /// <param name="alert">As it stands now; null when it is about something else.</param>
    public Mail Compose(OutboxItem item, Person reader, OrganisationPicture picture, Alert? alert, DateTimeOffset now)
    {
        var said = words.Of(item, picture, reader.Language);
        var arguments = NoticeSentence.Of(item.Kind, item.SubjectId, item.Arguments, item.CreatedAt, picture.Plant(item.PlantId), reader).Arguments;
        var content = new MailContent(
            reader.Language, Subject(said.Title, arguments), said.Text, Mark(arguments, reader.Language),
            FactsOf(arguments, alert, reader.Language), said.Lines,
            new(texts.Of(reader.Language, OpenText(item)), address.Of(said.Link)),
            new(texts.Of(reader.Language, "mail.preferences"), address.Of(PreferencesPage)),
            texts.Of(reader.Language, "mail.signature", ("plant", picture.Plant(item.PlantId)?.Name)));
        return new Mail(
            item.Id, item.MessageId ?? $"<{item.Id:N}@{settings.MessageHost}>", Thread(item), reader.Email ?? item.Address!, reader.Name, now,
            item.IsUrgent, content);
    }

    private static string Subject(string title, IReadOnlyDictionary<string, object?> arguments)
    {
        var number = arguments.GetValueOrDefault("number") is string said ? $" ({said})" : "";
        return MailWriting.OneLine(title + number);
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

    private static string OpenText(OutboxItem item) => item.Kind switch
    {
        NoticeKind.HandoverOffered or NoticeKind.HandoverAnswered or NoticeKind.HandoverReturned => "mail.open.handover",
        NoticeKind.ShiftDigest or NoticeKind.MondayDigest => "mail.open.digest",
        NoticeKind.RecurrenceSeen => "mail.open.recurrence",
        NoticeKind.MailDead => "mail.open.outbox",
        NoticeKind.Reminder => "mail.open.reminder",
        _ => "mail.open.alert",
    };

    /// <summary>Every mail about one alert, or about one handover, is one conversation.</summary>
    private string? Thread(OutboxItem item) => item.Kind switch
    {
        NoticeKind.HandoverOffered or NoticeKind.HandoverAnswered or NoticeKind.HandoverReturned => $"<handover-{item.SubjectId}@{settings.MessageHost}>",
        NoticeKind.ShiftDigest or NoticeKind.MondayDigest or NoticeKind.RecurrenceSeen or NoticeKind.MailDead or NoticeKind.Reminder => null,
        _ => $"<alert-{item.SubjectId}@{settings.MessageHost}>",
    };

    private static readonly Dictionary<string, Severity> Severities =
        Enum.GetValues<Severity>().ToDictionary(s => Naming.Screaming(s), StringComparer.Ordinal);
}
