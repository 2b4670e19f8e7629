using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <summary>What a plan is found by: a person named in it, a place or product of its keys.</summary>
public sealed record PlanLink(string Kind, Guid SubjectId, Guid PlanId)
{
    public const string Person = "PERSON";
    public const string Participant = "PARTICIPANT";
    public const string Place = "PLACE";
    public const string Product = "PRODUCT";
}

internal static class PlanTables
{
    public const string NotDue = "9999-12-31";

    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<ActionPlan>("action_plans")
            .Computed("CurrentStep", p => p.CurrentStep == null ? null : p.CurrentStep.Code, isNullable: true)
            .Computed("DueRank", p => p.NextDueOn == null ? NotDue : Columns.FromDay(p.NextDueOn.Value))
            .Computed("Searched", p => Columns.Fold(p.Number + " " + p.Title + " " + p.Perimeter)),
        new TableMap<PlanLink>("plan_links", nameof(PlanLink.Kind), nameof(PlanLink.SubjectId), nameof(PlanLink.PlanId)),
        new TableMap<KeptMethod>("plan_methods", nameof(KeptMethod.Key)),
        new TableMap<FieldVersion>("plan_fields"),
        new TableMap<PlanEvent>("plan_history"),
        new TableMap<Meeting>("plan_meetings"),
        new TableMap<Communication>("plan_communications"),
        new TableMap<AlertSeen>("plan_alerts", nameof(AlertSeen.PlanId), nameof(AlertSeen.AlertId)),
        new TableMap<Referral>("referrals"),
        new TableMap<PlanSettings>("plan_settings", nameof(PlanSettings.PlantId)),
    ];

    public static IEnumerable<PlanLink> LinksOf(ActionPlan plan) =>
    [
        .. plan.NamedIds.Concat(plan.SponsorId is { } sponsor ? [sponsor] : []).Distinct().Select(p => new PlanLink(PlanLink.Person, p, plan.Id)),
        .. plan.Participants.Select(p => p.PersonId).Distinct().Select(p => new PlanLink(PlanLink.Participant, p, plan.Id)),
        .. plan.Keys.Select(k => k.PlaceId).OfType<Guid>().Distinct().Select(p => new PlanLink(PlanLink.Place, p, plan.Id)),
        .. plan.Keys.Select(k => k.ProductId).OfType<Guid>().Distinct().Select(p => new PlanLink(PlanLink.Product, p, plan.Id)),
    ];
}
