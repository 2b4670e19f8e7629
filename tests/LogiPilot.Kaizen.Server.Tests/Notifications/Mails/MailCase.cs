using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Mails;

/// <summary>One mail of each kind, and of each way a kind is said.</summary>
internal sealed record MailCase(NoticeKind Kind, string Variant, bool IsUrgent, IReadOnlyDictionary<string, object?> Facts)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 21, 35, 0, TimeSpan.Zero);

    public static IReadOnlyList<MailCase> All { get; } =
    [
        Alert(NoticeKind.AlertCalled, "", Severity.Critical, [("level", 0)]),
        Alert(NoticeKind.AlertCalled, "LATE", Severity.Major, [("level", 2), ("sinceAt", Now.AddMinutes(-15))]),
        Alert(NoticeKind.AlertUnresolved, "", Severity.Major, [("level", 1), ("sinceAt", Now.AddHours(-1)), ("owner", "Noé Dœuff")]),
        Alert(NoticeKind.AlertAssigned, "", Severity.Minor, [("by", "Léa Martin"), ("untilAt", Now.AddMinutes(10))]),
        Alert(NoticeKind.AlertTransferred, "", Severity.Minor, [("by", "Léa Martin"), ("untilAt", Now.AddMinutes(10))]),
        Alert(NoticeKind.AlertReturned, "EXPIRED", Severity.Major, []),
        Alert(NoticeKind.AlertReturned, "UNCONFIRMED", Severity.Major, []),
        Alert(NoticeKind.AlertReturned, "SHIFT_ENDED", Severity.Major, []),
        Alert(NoticeKind.AlertReturned, "RELEASED", Severity.Major, [("by", "Léa Martin")]),
        Alert(NoticeKind.AlertReturned, "REFUSED", Severity.Major, [("by", "Noé Dœuff"), ("reason", "je suis à l’atelier <2> & 3")]),
        Alert(NoticeKind.AlertReturned, "REFUSED_BACK", Severity.Major, [("by", "Noé Dœuff"), ("reason", "je finis mon poste")]),
        Alert(NoticeKind.AlertWorsened, "", Severity.Critical, []),
        Alert(NoticeKind.AlertRestored, "", Severity.Information, []),
        Alert(NoticeKind.ShelfEnding, "", Severity.Minor, [("untilAt", Now.AddMinutes(15)), ("reason", "pièce commandée")]),
        Alert(NoticeKind.ShelfEnded, "EXPIRED", Severity.Minor, []),
        Alert(NoticeKind.ShelfEnded, "BY", Severity.Minor, [("by", "Léa Martin")]),
        Alert(NoticeKind.ShelfEnded, "WORSE", Severity.Critical, []),
        Of(NoticeKind.HandoverOffered, "", [("count", 3), ("by", "Léa Martin"), ("area", "Montage")]),
        Of(NoticeKind.HandoverAnswered, "ACCEPTED", [("count", 1), ("by", "Noé Dœuff"), ("area", "Montage")]),
        Of(NoticeKind.HandoverAnswered, "REFUSED", [("count", 2), ("by", "Noé Dœuff"), ("area", "Montage")]),
        Of(NoticeKind.HandoverReturned, "", [("count", 2), ("area", "Montage")]),
        Of(NoticeKind.RecurrenceSeen, "", [("kind", AlertKind.EquipmentFailure), ("where", new[] { "Poste 1.1" }), ("count", 3), ("days", 7)]),
        Of(NoticeKind.RecurrenceSeen, "CAUSE", [("cause", "LATE_SUPPLIER"), ("count", 5), ("days", 30)]),
        Of(NoticeKind.ShiftDigest, "", [("count", 6), ("team", "Équipe A"), ("shift", "Matin"), ("lines", Lines())]),
        Of(NoticeKind.MondayDigest, "", [("count", 6), ("lines", Lines())]),
        Of(NoticeKind.Reminder, "", [("what", "Contrôle du vérin"), ("dueAt", Now.AddHours(2))]),
        .. ImprovementMails.All,
        Of(NoticeKind.MailDead, "", [("count", 12), ("address", "noe@forez.fr"), ("error", "550 no such user")]),
    ];

    private static MailCase Alert(NoticeKind kind, string variant, Severity severity, (string Name, object? Value)[] more) => new(
        kind, variant, severity == Severity.Critical, Named([
            ("number", "A-2026-000123"), ("kind", AlertKind.EquipmentFailure), ("severity", severity), ("where", new[] { "Poste 1.1", "Cadre 54" }),
            ("variant", variant.Length > 0 ? variant : null), .. more]));

    internal static MailCase Of(NoticeKind kind, string variant, (string Name, object? Value)[] facts) =>
        new(kind, variant, IsUrgent: false, Named([("variant", variant.Length > 0 ? variant : null), .. facts]));

    private static Dictionary<string, object?> Named((string Name, object? Value)[] facts) =>
        facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, object?>[] Lines() =>
    [
        NoticeFacts.Line(
            "ALERT_OPEN", ("kind", AlertKind.StockOut), ("number", "A-2026-000120"), ("where", new[] { "Poste 1.1", "Vis M6" }),
            ("sinceAt", Now.AddMinutes(-40)), ("severity", Severity.Critical)),
        NoticeFacts.Line("HANDOVER", ("by", "Léa Martin"), ("area", "Montage"), ("count", 2)),
        NoticeFacts.Line("MORE", ("count", 4)),
    ];
}
