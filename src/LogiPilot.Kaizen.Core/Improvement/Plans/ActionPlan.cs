using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// What is done about something that went wrong, step by step of one method, from its charter to its close. It follows the method
/// as it was when the plan was opened. A step is signed only when its gate holds and the earlier ones are signed; nothing signed
/// is overwritten. A command that is refused changes nothing.
/// </summary>
public sealed partial class ActionPlan : IConcern
{
    private readonly List<PlanEvent> _newEvents = [];
    private MethodDefinition? _method;

    private ActionPlan()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    /// <summary>Number that people say, unique in the plant: <c>P-0087</c>.</summary>
    public string Number { get; private set; } = "";

    public string MethodCode { get; private set; } = "";

    /// <summary>Names the definition that is kept for the plan: the hash of its text.</summary>
    public string MethodKey { get; private set; } = "";

    public MethodDefinition Method => _method ?? throw new InvalidOperationException("The plan was read without its method.");

    public string Title { get; private set; } = "";

    public PlanOrigin Origin { get; private set; } = new(PlanOriginKind.Project, null, [], null);

    public string? Perimeter { get; private set; }

    public IReadOnlyList<PlanKey> Keys { get; private set; } = [];

    public Guid? AreaId { get; private set; }

    /// <summary>Who decides.</summary>
    public Guid? SponsorId { get; private set; }

    public Guid LeaderId { get; private set; }

    public IReadOnlyList<PlanParticipant> Participants { get; private set; } = [];

    public ArguedChoices Choices { get; private set; } = new();

    /// <summary>The plan is looked at every so many days.</summary>
    public int? FollowUpDays { get; private set; }

    public DateOnly? Deadline { get; private set; }

    public Constraint4 Constraints { get; private set; } = new();

    public Money? Cost { get; private set; }

    public Money? Gain { get; private set; }

    public PlanState State { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public Guid? ApprovedById { get; private set; }

    /// <summary>Why it was refused, suspended, abandoned or reopened last.</summary>
    public string? Reason { get; private set; }

    /// <summary>When a suspended plan is looked at again.</summary>
    public DateOnly? ReviewOn { get; private set; }

    public int Cycle { get; private set; } = 1;

    /// <summary>The code of the level at which the case is held (<see cref="LevelDefinition"/>); null where the method has none.</summary>
    public string? Level { get; private set; }

    /// <summary>In the method's order.</summary>
    public IReadOnlyList<PlanStep> Steps { get; private set; } = [];

    public IReadOnlyList<PastCycle> PastCycles { get; private set; } = [];

    /// <summary>The checks of the effect that the present cycle's method asks for, in order of day.</summary>
    public IReadOnlyList<StepCheck> Checks { get; private set; } = [];

    /// <summary>"Récidive": its problem came back within 90 days of its closing.</summary>
    public bool IsRecurring { get; private set; }

    public Guid OpenedById { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When the present cycle began: the start of the method's clock.</summary>
    public DateTimeOffset CycleOpenedAt { get; private set; }

    /// <summary>Length of the period of its baseline, which the validation of an effect waits for; 0 while there is none.</summary>
    public int BaselineDays { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the sponsor's answer is missed next; null while none is awaited, or all were asked.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How often the sponsor's answer was missed: reminded once, then the level above was told.</summary>
    public int Reminders { get; private set; }

    public int Version { get; private set; }

    /// <summary>What happened since it was loaded; the store writes and clears it when it saves.</summary>
    public IReadOnlyList<PlanEvent> NewEvents => _newEvents;

    /// <summary>The first step that is not signed; null when all are.</summary>
    public PlanStep? CurrentStep => Steps.FirstOrDefault(s => !s.IsSigned);

    public bool IsApproved => ApprovedAt is not null;

    public bool IsEnded => State is PlanState.Closed or PlanState.Abandoned;

    /// <summary>The next day by which something of the running plan has to be done: a step, a check of its effect, or the whole.</summary>
    public DateOnly? NextDueOn => State is PlanState.Draft or PlanState.Submitted or PlanState.Running
        ? Steps.Where(s => !s.IsSigned).Select(s => s.DueOn)
            .Concat(Checks.Where(c => c.HeldOn is null).Select(c => (DateOnly?)c.DueOn)).Append(Deadline).Min()
        : null;

    /// <summary>The leader and who takes part: what a person may do only where named.</summary>
    public IReadOnlyCollection<Guid> NamedIds => [LeaderId, .. Participants.Select(p => p.PersonId)];

    Guid? IConcern.RaisedById => OpenedById;

    bool IConcern.IsTaken => true;

    SupportService? IConcern.RoutedTo => null;

    public PlanStep? Step(string code) => Steps.FirstOrDefault(s => s.Code == code);

    public bool IsSigned(string code) => Step(code) is { IsSigned: true };

    /// <summary>Gives a plan that was read its method.</summary>
    public ActionPlan Following(MethodDefinition method)
    {
        _method = method;
        return this;
    }

    public void EventsWritten() => _newEvents.Clear();
}
