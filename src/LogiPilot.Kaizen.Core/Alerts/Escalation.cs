using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The instant at which so many minutes have been worked since another; none: at that instant, or when the next shift begins.</summary>
public delegate DateTimeOffset WorkingTime(DateTimeOffset from, int minutes);

/// <summary>What of an alert decides who is called: which list runs (null: it rests), and the severity.</summary>
public sealed record EscalationStanding(EscalationTrack? Asks, Severity Severity)
{
    /// <summary>A taken alert whose condition has cleared rests with its owner; one that ended or is shelved rests too.</summary>
    public static EscalationStanding Of(AlertState state, bool isCleared, Severity severity) => new(
        state switch
        {
            AlertState.Raised => EscalationTrack.Unacknowledged,
            AlertState.Acknowledged or AlertState.InProgress when !isCleared => EscalationTrack.Unresolved,
            _ => null,
        },
        severity);
}

/// <summary>The timers that hold for an alert, and the policy that they are of; none: the standard.</summary>
public sealed record EscalationRule(Guid? PolicyId, int PolicyVersion, EscalationTimers Timers)
{
    /// <summary>By a plant's setting of the kind and the policy that it names; safety counts by the clock.</summary>
    public static EscalationRule Of(AlertKind kind, Severity severity, EscalationPolicy? policy)
    {
        var timers = policy?.Of(severity) ?? StandardPolicy.Of(severity);
        return new(policy?.Id, policy?.Version ?? 0, kind == AlertKind.Safety ? timers with { ClockTime = true } : timers);
    }
}

/// <summary>Whom a level called, and whether somebody of them could be reached.</summary>
public sealed record Answered(IReadOnlyList<Guid> People, bool Reached);

/// <summary>
/// The running escalation of an alert: the list of levels that it follows, as the policy was when the round began, and which level comes
/// when. A round begins with each entry into raised, each rise in severity and each return of the condition. Pure: the sweep, the dry
/// run and the replay of the past move it alike.
/// </summary>
public sealed class Escalation
{
    private static readonly EscalationLevel Fallback = new(
        0, [new(TargetKind.Plant)], [NoticeChannel.App, NoticeChannel.Mail, NoticeChannel.Screen, NoticeChannel.Webhook]);

    private Escalation()
    {
    }

    public Guid AlertId { get; private set; }

    public Guid PlantId { get; private set; }

    /// <summary>0: it has not begun; it does when it is due.</summary>
    public int Round { get; private set; }

    public EscalationTrack Track { get; private set; }

    public Severity Severity { get; private set; }

    public bool IsResting { get; private set; }

    public Guid? PolicyId { get; private set; }

    public int PolicyVersion { get; private set; }

    public IReadOnlyList<EscalationLevel> Levels { get; private set; } = [];

    public int Loops { get; private set; }

    public bool ClockTime { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public int Loop { get; private set; }

    /// <summary>Index in <see cref="Levels"/>; one past the last while due: the plant's fallback list.</summary>
    public int NextLevel { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    public int Version { get; private set; }

    public static Escalation Create(Guid alertId, Guid plantId) => new() { AlertId = alertId, PlantId = plantId, IsResting = true };

    /// <summary>Whether nothing that matters here has changed.</summary>
    public bool IsInStep(EscalationStanding standing) => Round > 0 && standing == Standing;

    /// <summary>Keeps in step with the alert.</summary>
    public void Follow(EscalationStanding standing, EscalationRule rule, WorkingTime working, DateTimeOffset now)
    {
        if (IsInStep(standing))
        {
            return;
        }

        var was = Standing;
        Version++;
        (Severity, IsResting) = (standing.Severity, standing.Asks is null);
        if (standing.Asks is not { } track)
        {
            DueAt = null;
        }
        else if (was.Asks == EscalationTrack.Unacknowledged && track == EscalationTrack.Unresolved && standing.Severity >= was.Severity)
        {
            Begin(Round, track, rule, working, now);
        }
        else if (was.Asks != track || standing.Severity < was.Severity)
        {
            Begin(Round + 1, track, rule, working, now);
        }
        else
        {
            Relist(rule, working, now);
        }
    }

    /// <summary>What is still to come follows other timers; what has fired or should have is not told anew.</summary>
    public void Revise(EscalationRule rule, WorkingTime working, DateTimeOffset now)
    {
        Version++;
        Relist(rule, working, now);
    }

    /// <summary>
    /// The calendar is another: the next level comes when the work since the beginning asks for it, at once when that has passed. False
    /// when it comes when it did.
    /// </summary>
    public bool Reschedule(WorkingTime working, DateTimeOffset now)
    {
        var before = DueAt;
        if (before is null || before <= now || NextLevel >= Levels.Count)
        {
            return false;
        }

        Schedule(working);
        Version += DueAt == before ? 0 : 1;
        return DueAt != before;
    }

    /// <summary>The level that comes next; null when none does.</summary>
    public EscalationLevel? ToCome() => DueAt is null ? null : NextLevel < Levels.Count ? Levels[NextLevel] : Fallback;

    /// <summary>
    /// Fires the level that is due. When nobody could be reached the next is due at once, after the last the plant's fallback list;
    /// and when nobody of that can be reached either, every screen is to sound.
    /// </summary>
    public (EscalationCall Call, bool SoundsEverywhere) Fire(
        Func<EscalationLevel, Answered> call, WorkingTime working, DateTimeOffset now)
    {
        var level = ToCome()!;
        var answered = call(level);
        var fired = new EscalationCall(
            AlertId, Round, Track, Loop, NextLevel, DueAt!.Value, now, answered.People, level.Channels, answered.Reached);
        Version++;
        var isLast = NextLevel >= Levels.Count - 1;
        var asksPlant = level.Targets.Any(t => t.Kind == TargetKind.Plant);
        if (!answered.Reached && !(isLast && asksPlant))
        {
            (NextLevel, DueAt) = (NextLevel + 1, now);
            return (fired, false);
        }

        Advance(working);
        return (fired, !answered.Reached);
    }

    private EscalationStanding Standing => new(Round == 0 || IsResting ? null : Track, Severity);

    private void Begin(int round, EscalationTrack track, EscalationRule rule, WorkingTime working, DateTimeOffset now)
    {
        (Round, Track, StartedAt, Loop, NextLevel) = (round, track, now, 0, 0);
        Take(rule);
        Schedule(working);
    }

    private void Relist(EscalationRule rule, WorkingTime working, DateTimeOffset now)
    {
        Take(rule);
        if (NextLevel >= Levels.Count)
        {
            Advance(working);
        }
        else
        {
            Schedule(working);
        }

        while (DueAt <= now)
        {
            Advance(working);
        }
    }

    private void Take(EscalationRule rule) =>
        (PolicyId, PolicyVersion, Levels, Loops, ClockTime) =
        (rule.PolicyId, rule.PolicyVersion, rule.Timers.Of(Track), rule.Timers.Loops, rule.Timers.ClockTime);

    /// <summary>To the next level, or to the first of the next loop.</summary>
    private void Advance(WorkingTime working)
    {
        NextLevel++;
        if (NextLevel >= Levels.Count && Loop < Loops && Levels.Count > 0)
        {
            (Loop, NextLevel) = (Loop + 1, 0);
        }

        Schedule(working);
    }

    private void Schedule(WorkingTime working)
    {
        if (NextLevel >= Levels.Count)
        {
            (NextLevel, DueAt) = (Levels.Count, null);
            return;
        }

        var last = Levels[^1].AfterMinutes;
        var ownDelay = last - (Levels.Count > 1 ? Levels[^2].AfterMinutes : 0);
        var minutes = (Loop * (last + ownDelay)) + Levels[NextLevel].AfterMinutes;
        DueAt = ClockTime ? StartedAt.AddMinutes(minutes) : working(StartedAt, minutes);
    }
}
