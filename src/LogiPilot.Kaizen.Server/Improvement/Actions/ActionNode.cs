using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Actions;

[GraphQLName("Action")]
[GraphQLDescription("Something that one person is to do by a day of the plant.")]
public sealed class ActionNode(ImprovementAction action, OrganisationPicture people)
{
    public Guid Id => action.Id;

    public Guid PlantId => action.PlantId;

    public string Number => action.Number;

    [GraphQLDescription("Null: it stands alone.")]
    public Guid? PlanId => action.PlanId;

    [GraphQLDescription("Code of the plan's step.")]
    public string? Step => action.Step;

    public int Cycle => action.Cycle;

    public Guid? DysfunctionId => action.DysfunctionId;

    public Guid? MeetingId => action.MeetingId;

    public async Task<AlertPicture?> GetAlertAsync(AlertById alerts, CancellationToken cancellationToken) =>
        action.AlertId is { } id ? await alerts.LoadAsync(id, cancellationToken) : null;

    public Named? Area => people.Name(action.AreaId);

    public string What => action.What;

    public string? Why => action.Why;

    public PersonName? Owner => people.NamePerson(action.OwnerId);

    [GraphQLDescription("Of an action that stands alone; a plan has its own.")]
    public PersonName? Sponsor => people.NamePerson(action.SponsorId);

    public ActionKind Kind => action.Kind;

    [GraphQLDescription("The verified causes that it removes: ids of the plan's trees.")]
    public IReadOnlyList<string> CauseIds => action.CauseIds;

    [GraphQLDescription("The problem that it is about.")]
    public PlanKeyNode? Key => action.Key is { } key ? new(key, people) : null;

    [GraphQLDescription("Never changes; what is on time is told by it.")]
    public DateOnly OriginalDueOn => action.OriginalDueOn;

    public DateOnly DueOn => action.DueOn;

    public ActionState State => action.State;

    public DateTimeOffset? StartedAt => action.StartedAt;

    public DateTimeOffset? DoneAt => action.DoneAt;

    public async Task<ActionProofNode> GetProofAsync(AttachedFileById files, CancellationToken cancellationToken) => new(
        action.Proof.Text, action.Proof.Link,
        [.. (await files.LoadAsync(action.Proof.AttachmentIds, cancellationToken)).OfType<AttachedFile>().Select(f => new AttachedFileNode(f))]);

    public string? Effect => action.Effect;

    public bool? IsEffective => action.IsEffective;

    [GraphQLDescription("Of a containment: when it may be taken away.")]
    public string? RemovalCondition => action.RemovalCondition;

    public DateTimeOffset? RemovedAt => action.RemovedAt;

    public PersonName? VerifiedBy => people.NamePerson(action.VerifiedById);

    public DateTimeOffset? VerifiedAt => action.VerifiedAt;

    [GraphQLDescription("Why it was cancelled, or is to be done again.")]
    public string? Reason => action.Reason;

    [GraphQLDescription("Argued delays, oldest first.")]
    public IEnumerable<ArguedDelayNode> Delays => action.Delays.Select(d => new ArguedDelayNode(d, people));

    [GraphQLDescription("A delay awaits its answer: the date stays until then.")]
    public bool DelayAsked => action.AskedDelay is not null;

    [GraphQLDescription("How often the date moved.")]
    public int Slips => action.Slips;

    [GraphQLDescription("Days between the original date and the present one.")]
    public int SlippedDays => action.SlippedDays;

    public bool GetIsOverdue(TimeProvider clock) => action.IsOverdue(Today(clock));

    [GraphQLDescription("Overdue without an argued delay.")]
    public async Task<bool> GetIsDriftAsync(TimeProvider clock, PlanOfActionById plans, CancellationToken cancellationToken) =>
        action.IsDrift(Today(clock)) && !(action.PlanId is { } planId && await plans.LoadAsync(planId, cancellationToken) is { IsSuspended: true });

    public PersonName? CreatedBy => people.NamePerson(action.CreatedById);

    public DateTimeOffset CreatedAt => action.CreatedAt;

    public int Version => action.Version;

    [GraphQLDescription("What the caller may do with it now, and why not.")]
    public async Task<IEnumerable<ActionCommandNode>> GetCommandsAsync(
        ActionBook book, PlanOfActionById plans, Refusals refusals, CancellationToken cancellationToken)
    {
        var turn = book.TurnOn(action.PlantId, action.PlanId is { } planId ? await plans.LoadAsync(planId, cancellationToken) : null, people);
        return Enum.GetValues<ActionCommandName>().Select(command =>
        {
            var whyNot = action.WhyNot(command, turn);
            return new ActionCommandNode(command, whyNot is null, whyNot is null ? null : refusals.Sentence(AlertBook.Name(whyNot, people, action.PlantId)));
        });
    }

    private DateOnly Today(TimeProvider clock) => ActionTurn.DayOf(clock.GetUtcNow(), people.Plant(action.PlantId));
}

[GraphQLName("ActionCommand")]
public sealed record ActionCommandNode(
    ActionCommandName Command, bool Allowed, [property: GraphQLDescription("Why not, in the reader's language.")] string? Reason);

[GraphQLName("ActionProof")]
public sealed record ActionProofNode(string? Text, string? Link, IReadOnlyList<AttachedFileNode> Attachments);

[GraphQLName("ArguedDelay")]
public sealed class ArguedDelayNode(ArguedDelay delay, OrganisationPicture people)
{
    public Guid Id => delay.Id;

    public string Cause => delay.Cause;

    public string Impact => delay.Impact;

    public string Measures => delay.Measures;

    [GraphQLDescription("The date that it was to be done by.")]
    public DateOnly DueOn => delay.DueOn;

    public DateOnly NewDueOn => delay.NewDueOn;

    public PersonName? AskedBy => people.NamePerson(delay.AskedById);

    public DateTimeOffset AskedAt => delay.AskedAt;

    public DelayState State => delay.State;

    public PersonName? AnsweredBy => people.NamePerson(delay.AnsweredById);

    public DateTimeOffset? AnsweredAt => delay.AnsweredAt;

    public string? Answer => delay.Answer;
}
