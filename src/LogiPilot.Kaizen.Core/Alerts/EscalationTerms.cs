using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The two lists of a policy: while nobody has taken the alert, and while it is taken and not over.</summary>
public enum EscalationTrack
{
    Unacknowledged,
    Unresolved,
}

public enum TargetKind
{
    /// <summary>Whoever has the role and is on shift in the alert's area; no role: everybody on shift there.</summary>
    RoleOnShift,

    /// <summary>The members of a team who are on shift.</summary>
    Team,

    /// <summary>One person, on shift or not.</summary>
    Person,

    /// <summary>A service's people; no service: that which the alert is routed to, else pilots and agents on shift.</summary>
    Service,

    /// <summary>The plant's fallback list.</summary>
    Plant,
}

/// <summary>Whom a level calls. Only what its kind needs is given.</summary>
public sealed record EscalationTarget(
    TargetKind Kind, Role? Role = null, Guid? TeamId = null, Guid? PersonId = null, SupportService? Service = null);

/// <summary>One level: so many minutes after the list began, these are called by these channels.</summary>
public sealed record EscalationLevel(
    int AfterMinutes, IReadOnlyList<EscalationTarget> Targets, IReadOnlyList<NoticeChannel> Channels);

/// <summary>
/// What a policy says for a severity. After its last level a list begins again, once the last level's own delay has passed, as many
/// times as it loops. Minutes are working time unless by the clock; safety is always by the clock.
/// </summary>
public sealed record EscalationTimers(
    Severity Severity, IReadOnlyList<EscalationLevel> Unacknowledged, IReadOnlyList<EscalationLevel> Unresolved, int Loops = 0,
    bool ClockTime = false)
{
    public IReadOnlyList<EscalationLevel> Of(EscalationTrack track) =>
        track == EscalationTrack.Unacknowledged ? Unacknowledged : Unresolved;
}

/// <summary>
/// A level that fired: to whom, when it was due and when it was done. Whether somebody of them could be reached decides if the next
/// level waits. Its key (alert, round, track, loop, level) is unique: a level fires once, whatever restarts.
/// </summary>
public sealed record EscalationCall(
    Guid AlertId, int Round, EscalationTrack Track, int Loop, int Level, DateTimeOffset DueAt, DateTimeOffset FiredAt,
    IReadOnlyList<Guid> Recipients, IReadOnlyList<NoticeChannel> Channels, bool Reached);

/// <summary>What a plant says of a kind of alert: severity when nobody says another, service it is routed to, policy (none: the standard).</summary>
public sealed record KindSetting(Guid PlantId, AlertKind Kind, Severity Severity, SupportService? Service, Guid? PolicyId)
{
    public static KindSetting Default(Guid plantId, AlertKind kind) =>
        new(plantId, kind, AlertKinds.SeverityOf(kind), AlertKinds.ServiceOf(kind), null);
}
