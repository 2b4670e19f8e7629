using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// Something that one person is to do by a day: of a plan, or alone, born of an alert, a dysfunction, a meeting or an audit. Days are those
/// of the plant. The original date never changes; the date moves by accepted delays alone.
/// </summary>
public sealed partial class ImprovementAction : IConcern
{
    private readonly List<ActionStep> _steps = [];

    private ImprovementAction()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public string Number { get; private set; } = "";

    public Guid? PlanId { get; private set; }

    /// <summary>Code of the plan's step that it belongs to.</summary>
    public string? Step { get; private set; }

    public int Cycle { get; private set; } = 1;

    public Guid? DysfunctionId { get; private set; }

    public Guid? AlertId { get; private set; }

    public Guid? MeetingId { get; private set; }

    /// <summary>The area of its plan or origin, else the only one that its owner works in.</summary>
    public Guid? AreaId { get; private set; }

    public string What { get; private set; } = "";

    public string? Why { get; private set; }

    public Guid OwnerId { get; private set; }

    /// <summary>Of an action that stands alone, the team leader who looks after it; of a plan's, null: the plan has its own.</summary>
    public Guid? SponsorId { get; private set; }

    public ActionKind Kind { get; private set; }

    /// <summary>The verified causes that it removes: ids in the trees and tables of its plan.</summary>
    public IReadOnlyList<string> CauseIds { get; private set; } = [];

    /// <summary>The problem that it is about.</summary>
    public PlanKey? Key { get; private set; }

    public DateOnly OriginalDueOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public ActionState State { get; private set; }

    public Guid? CreatedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The day of <see cref="DoneAt"/> by the plant's clock.</summary>
    public DateOnly? DoneOn { get; private set; }

    public ActionProof Proof { get; private set; } = ActionProof.None;

    public string? Effect { get; private set; }

    public bool? IsEffective { get; private set; }

    /// <summary>Of a containment: when it may be taken away.</summary>
    public string? RemovalCondition { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public Guid? RemovedById { get; private set; }

    public Guid? VerifiedById { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    /// <summary>Why it was cancelled, or is to be done again.</summary>
    public string? Reason { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ArguedDelay> Delays { get; private set; } = [];

    public int Version { get; private set; }

    public Guid? RaisedById => CreatedById;

    public bool IsTaken => true;

    public SupportService? RoutedTo => null;

    public IReadOnlyCollection<Guid> NamedIds => [OwnerId];

    public bool StandsAlone => PlanId is null;

    /// <summary>Something is still to be done; what is done waits for verification alone.</summary>
    public bool IsOpen => State is ActionState.ToDo or ActionState.Doing;

    public bool IsOver => State is ActionState.Verified or ActionState.Cancelled;

    /// <summary>The delay that nobody has answered; what was done meanwhile needs none.</summary>
    public ArguedDelay? AskedDelay => IsOpen ? Delays.LastOrDefault(d => d.State == DelayState.Asked) : null;

    /// <summary>How often the date moved.</summary>
    public int Slips => Delays.Count(d => d.State == DelayState.Accepted);

    /// <summary>Days of delay against the original date, asked ones left out.</summary>
    public int SlippedDays => DueOn.DayNumber - OriginalDueOn.DayNumber;

    /// <summary>What happened to it since it was last saved, in order.</summary>
    public IReadOnlyList<ActionStep> NewSteps => _steps;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Overdue, and nobody has argued a delay that is still to be answered.</summary>
    public bool IsDrift(DateOnly today) => IsOverdue(today) && AskedDelay is null;

    public static bool NeedsApproval(ActionKind kind) => kind is ActionKind.Corrective or ActionKind.Preventive or ActionKind.Improvement;

    public void StepsTold() => _steps.Clear();

    private void Happened(ActionStep step)
    {
        Version++;
        _steps.Add(step);
    }
}
