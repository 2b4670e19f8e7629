using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Alerts;

/// <summary>Whom a level calls; only what its kind needs. SERVICE without a service: that which the alert is routed to.</summary>
public sealed record EscalationTargetInput(TargetKind Kind, Role? Role, Guid? TeamId, Guid? PersonId, SupportService? Service)
{
    public EscalationTarget ToTarget() => new(Kind, Role, TeamId, PersonId, Service);
}

public sealed record EscalationLevelInput(
    int AfterMinutes, IReadOnlyList<EscalationTargetInput> Targets, IReadOnlyList<NoticeChannel> Channels)
{
    public EscalationLevel ToLevel() => new(AfterMinutes, [.. Targets.Select(t => t.ToTarget())], [.. Channels.Distinct()]);
}

public sealed record EscalationTimersInput(
    Severity Severity, IReadOnlyList<EscalationLevelInput> Unacknowledged, IReadOnlyList<EscalationLevelInput> Unresolved, int? Loops,
    bool? ClockTime)
{
    public EscalationTimers ToTimers() => new(
        Severity, [.. Unacknowledged.Select(l => l.ToLevel())], [.. Unresolved.Select(l => l.ToLevel())], Loops ?? 0, ClockTime ?? false);
}

/// <summary>An alert to think of; without an instant it is raised now. Without policy and timers, by what holds now.</summary>
public sealed record DryRunEscalationInput(
    Guid PlantId, AlertKind Kind, Severity Severity, Guid? PlaceId, DateTimeOffset? At, Guid? PolicyId,
    IReadOnlyList<EscalationTimersInput>? Timers);

/// <summary>Alerts raised in a time (92 days at most), of some kinds or all, and the policy or timers to play them by.</summary>
public sealed record ReplayEscalationInput(
    Guid PlantId, DateTimeOffset From, DateTimeOffset To, Guid? PolicyId, IReadOnlyList<EscalationTimersInput>? Timers,
    IReadOnlyList<AlertKind>? Kinds);
