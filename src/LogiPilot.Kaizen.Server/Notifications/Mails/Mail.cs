using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>
/// What a mail says to its reader, before it is written as text and as HTML: what is asked, the facts by name, one line for each thing
/// when it is about several, one link to the thing itself.
/// </summary>
public sealed record MailContent(
    Language Language, string Subject, string Asked, MailMark? Mark, IReadOnlyList<MailFact> Facts, IReadOnlyList<string> Lines,
    MailLink Link, MailLink Preferences, string Signature);

/// <summary>Says how bad it is, by a colour, a shape and a word, and what.</summary>
public sealed record MailMark(Severity Severity, string Word, string Kind);

public sealed record MailFact(string Name, string Value);

public sealed record MailLink(string Text, string Address);

/// <summary>A mail to one person, as any transport takes it.</summary>
/// <param name="Thread">Message-ID that all mails about one thing answer to; null when it stands alone.</param>
public sealed record Mail(
    Guid Id, string MessageId, string? Thread, string Address, string Name, DateTimeOffset At, bool IsUrgent, MailContent Content);
