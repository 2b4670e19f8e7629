using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <inheritdoc cref="IPlanReader"/>
public sealed class PlanReader(StoreSession session) : IPlanReader
{
    private const string OfPlans = "t.plan_id IN (SELECT value FROM json_each(@ids))";

    /// <summary>Of one filter, so many values are looked up one by one in its index; more are checked row by row.</summary>
    private const int MostLookups = 40;

    public Task<ActionPlan?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Plan("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<ActionPlan>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Plans("WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(ids))));

    public Task<Page<ActionPlan>> List(
        IReadOnlyCollection<Guid> plants, ActionPlanFilter filter, ActionPlanOrder order, DateOnly today, PageRequest page,
        CancellationToken cancellationToken)
    {
        // In another order than by due, the sign keeps the planner from sorting what the index of due dates finds.
        var due = order == ActionPlanOrder.DueFirst ? "t.due_rank" : "+t.due_rank";
        var query = new ListQuery<ActionPlan>()
            .In("t.method_code", filter.Methods)
            .In("t.area_id", filter.AreaIds)
            .In("t.current_step", filter.Steps)
            .In("t.level", filter.Levels)
            .Where("t.is_recurring = {0}", filter.IsRecurring)
            .Where($"{due} {(filter.Late == false ? ">=" : "<")} {{0}}", filter.Late is null ? null : Columns.FromDay(today))
            .Text("t.searched", filter.Text);
        Linked(query, PlanLink.Person, filter.PersonIds);
        Linked(query, PlanLink.Participant, filter.ParticipantIds);
        Linked(query, PlanLink.Place, filter.PlaceIds);
        Linked(query, PlanLink.Product, filter.ProductIds);
        LookUp(query, [.. plants.Only(filter.PlantIds)], filter, order);
        var found = order switch
        {
            ActionPlanOrder.NewestFirst => query.Read(session.Reading, page, descending: true, "t.opened_at", "t.id"),
            ActionPlanOrder.OldestFirst => query.Read(session.Reading, page, descending: false, "t.opened_at", "t.id"),
            _ => query.Read(session.Reading, page, descending: false, "t.due_rank", "t.id"),
        };
        foreach (var (_, plan) in found.Items)
        {
            session.Reading.WithMethod(plan);
        }

        return Task.FromResult(found);
    }

    public Task<IReadOnlyList<FieldVersion>> Fields(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Several<FieldVersion>(planIds, $"AND {PlanStore.IsLast}");

    public Task<IReadOnlyList<FieldVersion>> Versions(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Several<FieldVersion>(planIds, "ORDER BY t.plan_id, t.cycle, t.step, t.field, t.version");

    public Task<IReadOnlyList<Meeting>> Meetings(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Several<Meeting>(planIds, "ORDER BY t.held_at DESC, t.id DESC");

    public Task<IReadOnlyList<Communication>> Communications(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Several<Communication>(planIds, "ORDER BY t.sent_at DESC, t.id DESC");

    public Task<IReadOnlyList<AlertSeen>> AlertsSeen(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Several<AlertSeen>(planIds, "ORDER BY t.at, t.alert_id");

    public Task<IReadOnlyList<Referral>> Referrals(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken) =>
        Several<Referral>(planIds, "ORDER BY t.id");

    public Task<IReadOnlyList<Referral>> ReferralsOfDysfunctions(IReadOnlyCollection<Guid> dysfunctionIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Referral>>(session.Reading.List<Referral>(
            "WHERE t.dysfunction_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.id", ("ids", Columns.FromIds(dysfunctionIds))));

    public Task<Referral?> FindReferral(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Referral>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Referral>> OpenReferrals(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Referral>>(session.Reading.List<Referral>(
            "WHERE t.answered_at IS NULL AND t.plant_id IN (SELECT value FROM json_each(@plants)) ORDER BY t.id",
            ("plants", Columns.FromIds(plants))));

    public Task<Page<PlanEvent>> History(Guid planId, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult(new ListQuery<PlanEvent>().Each("t.plan_id", [planId]).Read(session.Reading, page, descending: true, "t.position"));

    public Task<PlanSettings> Settings(Guid plantId, CancellationToken cancellationToken) => new PlanStore(session).Settings(plantId, cancellationToken);

    private static void Linked(ListQuery<ActionPlan> query, string kind, IReadOnlyList<Guid>? subjects)
    {
        if (subjects is not null)
        {
            FilterTooLargeException.Check(subjects);
            query.Where(
                "t.id IN (SELECT l.plan_id FROM plan_links l WHERE l.kind = {0} AND l.subject_id IN (SELECT value FROM json_each({1})))",
                kind, Columns.FromIds(subjects));
        }
    }

    /// <summary>Chooses the one index that finds least; every other filter is checked on what it finds.</summary>
    private static void LookUp(ListQuery<ActionPlan> query, Guid[] plants, ActionPlanFilter filter, ActionPlanOrder order)
    {
        if (order != ActionPlanOrder.DueFirst && filter.LeaderIds is { Count: <= MostLookups })
        {
            query.Each("t.leader_id", filter.LeaderIds).In("t.plant_id", plants).In("t.state", filter.States).In("t.sponsor_id", filter.SponsorIds);
        }
        else if (order != ActionPlanOrder.DueFirst && filter.SponsorIds is { Count: <= MostLookups })
        {
            query.Each("t.sponsor_id", filter.SponsorIds).In("t.plant_id", plants).In("t.state", filter.States).In("t.leader_id", filter.LeaderIds);
        }
        else
        {
            query.Each("t.plant_id", plants).Each("t.state", filter.States).In("t.leader_id", filter.LeaderIds).In("t.sponsor_id", filter.SponsorIds);
        }
    }

    private Task<IReadOnlyList<T>> Several<T>(IReadOnlyCollection<Guid> planIds, string rest)
        where T : class =>
        Task.FromResult<IReadOnlyList<T>>(session.Reading.List<T>($"WHERE {OfPlans} {rest}", ("ids", Columns.FromIds(planIds))));
}
