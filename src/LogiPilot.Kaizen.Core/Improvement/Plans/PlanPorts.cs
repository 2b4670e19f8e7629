using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Plans as the writer sees them, inside the running transaction.</summary>
public interface IPlanStore
{
    Task<ActionPlan?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>What happened to a plan after a version, in order.</summary>
    Task<IReadOnlyList<PlanEventKind>> KindsSince(Guid planId, int version, CancellationToken cancellationToken);

    /// <summary>The present version of each field of a step, of one cycle.</summary>
    Task<IReadOnlyList<FieldVersion>> Fields(Guid planId, int cycle, string step, CancellationToken cancellationToken);

    /// <summary>The plan whose <see cref="ActionPlan.DueAt"/> came first, some left out.</summary>
    Task<ActionPlan?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken);

    /// <summary>Plans on a key of which an alert is, that are not ended, or were closed since an instant.</summary>
    Task<IReadOnlyList<ActionPlan>> Watching(Alerts.Alert alert, DateTimeOffset closedSince, CancellationToken cancellationToken);

    /// <summary>When an alert was last seen on a key of a plan; null: never.</summary>
    Task<DateTimeOffset?> LastSeen(Guid planId, Guid alertId, CancellationToken cancellationToken);

    /// <summary>The case whose <see cref="ActionPlan.PromoteAt"/> came first, some left out.</summary>
    Task<ActionPlan?> NextPromoted(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken);

    /// <summary>How many plans by a method somebody leads that are not ended.</summary>
    Task<int> OpenCases(Guid plantId, Guid leaderId, string methodCode, CancellationToken cancellationToken);

    Task<Communication?> FindCommunication(Guid id, CancellationToken cancellationToken);

    Task<Referral?> FindReferral(Guid id, CancellationToken cancellationToken);

    Task<PlanSettings> Settings(Guid plantId, CancellationToken cancellationToken);

    /// <summary>The next number of a plant, counted without gaps among what is committed.</summary>
    Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken);

    /// <summary>Writes a new plan with its history, and its method's definition unless it is kept already.</summary>
    void Add(ActionPlan plan);

    /// <summary>Writes a changed plan with its new history.</summary>
    void Save(ActionPlan plan);

    /// <summary>Writes the new history of a plan that is otherwise as it was.</summary>
    void Note(ActionPlan plan);

    void Add(FieldVersion version);

    void Add(Meeting meeting);

    void Add(Communication communication);

    void Save(Communication communication);

    void Add(Referral referral);

    void Save(Referral referral);

    void Put(AlertSeen seen);

    void Put(PlanSettings settings);
}

/// <summary>
/// Filters of the plan list; an absent (null) one does not filter. Steps are those at which plans stand, levels those at which cases are held; persons lead, decide or take part.
/// </summary>
public sealed record ActionPlanFilter(
    IReadOnlyList<PlanState>? States = null, IReadOnlyList<string>? Methods = null, IReadOnlyList<Guid>? LeaderIds = null,
    IReadOnlyList<Guid>? SponsorIds = null, IReadOnlyList<Guid>? ParticipantIds = null, IReadOnlyList<Guid>? PersonIds = null,
    IReadOnlyList<Guid>? AreaIds = null,
    IReadOnlyList<Guid>? PlaceIds = null, IReadOnlyList<Guid>? ProductIds = null,
    IReadOnlyList<string>? Steps = null, bool? Late = null, bool? IsRecurring = null, string? Text = null, IReadOnlyList<Guid>? PlantIds = null,
    IReadOnlyList<string>? Levels = null);

public enum ActionPlanOrder
{
    NewestFirst,
    OldestFirst,

    /// <summary>What is due next; what has no date last.</summary>
    DueFirst,
}

/// <summary>Plans for reading. Every list is limited to the plants given; none means none.</summary>
public interface IPlanReader
{
    Task<ActionPlan?> Find(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<ActionPlan>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <param name="today">By which a plan is late.</param>
    Task<Page<ActionPlan>> List(
        IReadOnlyCollection<Guid> plants, ActionPlanFilter filter, ActionPlanOrder order, DateOnly today, PageRequest page,
        CancellationToken cancellationToken);

    /// <summary>The present version of each field, of every cycle.</summary>
    Task<IReadOnlyList<FieldVersion>> Fields(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <summary>Every version of every field, oldest first.</summary>
    Task<IReadOnlyList<FieldVersion>> Versions(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<Meeting>> Meetings(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<Communication>> Communications(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<Referral>> Referrals(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <inheritdoc cref="Referrals"/>
    Task<IReadOnlyList<Referral>> ReferralsOfDysfunctions(IReadOnlyCollection<Guid> dysfunctionIds, CancellationToken cancellationToken);

    Task<Referral?> FindReferral(Guid id, CancellationToken cancellationToken);

    /// <summary>The alerts that plans saw on their keys.</summary>
    Task<IReadOnlyList<AlertSeen>> AlertsSeen(IReadOnlyCollection<Guid> planIds, CancellationToken cancellationToken);

    /// <summary>Referrals of these plants that nobody answered, oldest first.</summary>
    Task<IReadOnlyList<Referral>> OpenReferrals(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    /// <summary>What happened to a plan, latest first.</summary>
    Task<Page<PlanEvent>> History(Guid planId, PageRequest page, CancellationToken cancellationToken);

    Task<PlanSettings> Settings(Guid plantId, CancellationToken cancellationToken);
}
