using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Notifications;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Mails;

/// <summary>The mails of plans, actions and dysfunctions.</summary>
internal static class ImprovementMails
{
    private static readonly DateOnly Due = new(2026, 3, 5);

    private static readonly Bilingual Contain = new("D3 Contenir", "D3 Contain");
    private static readonly Bilingual Causes = new("D4 Causes racines", "D4 Root causes");

    public static IEnumerable<MailCase> All { get; } =
    [
        Plan(NoticeKind.PlanAsked, "", ("untilAt", MailCase.Now.AddDays(2))),
        Plan(NoticeKind.PlanAnswered, "APPROVED"),
        Plan(NoticeKind.PlanAnswered, "REFUSED", ("reason", "le coût n’est pas chiffré")),
        Plan(NoticeKind.PlanMoved, "SUSPENDED", ("reason", "la ligne est arrêtée un mois")),
        Plan(NoticeKind.PlanMoved, "RESUMED"),
        Plan(NoticeKind.PlanMoved, "ABANDONED", ("reason", "la pièce n’est plus faite")),
        Plan(NoticeKind.PlanMoved, "CLOSED"),
        Plan(NoticeKind.PlanMoved, "REOPENED", ("reason", "le défaut revient")),
        Plan(NoticeKind.PlanMoved, "PROMOTED", ("by", null), ("level", new Bilingual("Atelier", "Area"))),
        Plan(NoticeKind.PlanMoved, "OVERLOADED", ("by", null), ("leader", "Léa Martin"), ("open", 4), ("most", 3)),
        Plan(NoticeKind.StepReturned, "", ("step", Contain), ("reason", "le stock en transit manque")),
        Action(NoticeKind.ActionGiven, "", ("dueOn", Due)),
        Action(NoticeKind.ActionGiven, "BY_ITSELF", ("by", null), ("dueOn", Due)),
        Action(NoticeKind.ActionDone, "", ("dueOn", Due)),
        Action(NoticeKind.ActionReturned, "AGAIN", ("dueOn", Due), ("reason", "il manque le côté <quai> & la porte")),
        Action(NoticeKind.ActionReturned, "CANCELLED", ("reason", "le poste ferme")),
        Action(
            NoticeKind.DelayAsked, "", ("dueOn", Due), ("newDueOn", Due.AddDays(7)), ("delayCause", "peinture en rupture"),
            ("impact", "marquage illisible une semaine de plus"), ("measures", "ruban provisoire posé")),
        Action(NoticeKind.DelayAnswered, "ACCEPTED", ("dueOn", Due), ("newDueOn", Due.AddDays(7))),
        Action(NoticeKind.DelayAnswered, "REFUSED", ("dueOn", Due), ("newDueOn", Due.AddDays(7)), ("reason", "le client attend")),
        Action(NoticeKind.DriftSeen, "", ("by", null), ("dueOn", Due)),
        Action(NoticeKind.ActionDue, "SOON", ("by", null), ("dueOn", Due)),
        Action(NoticeKind.ActionDue, "TODAY", ("by", null), ("dueOn", Due)),
        Action(NoticeKind.ActionDue, "OVERDUE", ("by", null), ("dueOn", Due)),
        Plan(NoticeKind.PlanDue, "STEP", ("by", null), ("step", Contain), ("dueOn", Due)),
        Plan(NoticeKind.PlanDue, "PLAN", ("by", null), ("dueOn", Due)),
        Plan(NoticeKind.PlanDue, "REVIEW", ("by", null), ("reason", "la ligne est arrêtée un mois"), ("dueOn", Due)),
        Plan(NoticeKind.PlanDue, "CHECK", ("by", null), ("days", 30), ("dueOn", Due)),
        Plan(NoticeKind.PlanDue, "APPROVAL", ("sinceAt", MailCase.Now.AddDays(-2))),
        Plan(NoticeKind.PlanDue, "APPROVAL_ABOVE", ("sponsor", "Noé Dœuff"), ("sinceAt", MailCase.Now.AddDays(-4))),
        MailCase.Of(NoticeKind.PlanProposed, "", [("count", 3), ("days", 90), ("where", new[] { "Poste 1.1", "Cadre 54" })]),
        Plan(NoticeKind.PlanRecurs, "SUSPENDED", ("by", null), ("alertNumber", "A-2026-000123"), ("step", Contain)),
        Plan(NoticeKind.PlanRecurs, "RESTARTED", ("by", null), ("alertNumber", "A-2026-000123"), ("step", Contain)),
        Plan(NoticeKind.PlanRecurs, "SUSPENDED_RESTARTED", ("by", null), ("alertNumber", "A-2026-000123"), ("step", Contain), ("returnStep", Causes)),
        Plan(NoticeKind.PlanRecurs, "CLOSED", ("by", null), ("alertNumber", "A-2026-000123")),
        Plan(NoticeKind.ReferralAsked, "PLAN", ("question", "Le vérin peut-il être réglé ?")),
        Dysfunction(NoticeKind.ReferralAsked, "DYSFUNCTION", ("question", "Le vérin peut-il être réglé ?")),
        Plan(NoticeKind.ReferralAnswered, "PLAN", ("answer", "Oui, à l’arrêt.")),
        Dysfunction(NoticeKind.ReferralAnswered, "DYSFUNCTION", ("answer", "Oui, à l’arrêt.")),
        Plan(NoticeKind.Communicated, "", ("said", "Le marquage change lundi")),
        Dysfunction(NoticeKind.ProposalAsked, ""),
        Dysfunction(NoticeKind.ProposalDecided, "ACCEPTED", ("reason", "gain sûr")),
        Dysfunction(NoticeKind.ProposalDecided, "ADJUSTED", ("reason", "la moitié suffit")),
        Dysfunction(NoticeKind.ProposalDecided, "REFUSED", ("reason", "trop cher")),
        Dysfunction(NoticeKind.DysfunctionReported, ""),
        Dysfunction(NoticeKind.DysfunctionEnded, "REJECTED", ("by", null), ("reason", "déjà réglé")),
        Dysfunction(NoticeKind.DysfunctionEnded, "CLOSED", ("by", null)),
        MailCase.Of(NoticeKind.EvidenceShared, "", [("by", "Léa Martin")]),
        MailCase.Of(NoticeKind.EvidenceShared, "UNTIL", [("by", "Léa Martin"), ("untilOn", Due)]),
    ];

    private static MailCase Plan(NoticeKind kind, string variant, params (string Name, object? Value)[] more) => Of(
        kind, variant, [("planNumber", "P-0087"), ("plan", "Ruptures de vis au poste 1.1"), ("by", "Léa Martin")], more);

    private static MailCase Action(NoticeKind kind, string variant, params (string Name, object? Value)[] more) => Of(
        kind, variant,
        [("actionNumber", "A-0123"), ("todo", "Refaire le marquage au sol"), ("assignee", "Hélène Dœuff"), ("by", "Léa Martin")], more);

    private static MailCase Dysfunction(NoticeKind kind, string variant, params (string Name, object? Value)[] more) => Of(
        kind, variant, [("dysfunctionNumber", "DF-0012"), ("dysfunction", "Vis mélangées dans les bacs"), ("by", "Léa Martin")], more);

    private static MailCase Of(NoticeKind kind, string variant, (string Name, object? Value)[] facts, (string Name, object? Value)[] more) =>
        MailCase.Of(kind, variant, [.. facts.Where(f => !more.Any(m => m.Name == f.Name)), .. more]);
}
