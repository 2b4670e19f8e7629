using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// What escalates where a plant says nothing else: the product's "Escalation" defaults. Untaken: the service called or the agents on
/// shift at once, the team leader after 5 minutes, the manager after 15, the plant after 30 (critical 3, 10, 20). Taken and not over:
/// leader, manager, plant after 30, 60, 120. Minor stops at the team leader; information never escalates.
/// </summary>
public static class StandardPolicy
{
    private static readonly NoticeChannel[] InApp = [NoticeChannel.App];
    private static readonly NoticeChannel[] Personally = [NoticeChannel.App, NoticeChannel.Mail];
    private static readonly NoticeChannel[] Everywhere = [NoticeChannel.App, NoticeChannel.Mail, NoticeChannel.Screen, NoticeChannel.Webhook];

    public static IReadOnlyList<EscalationTimers> Timers { get; } =
    [
        Make(Severity.Critical, 3, 10, 20),
        Make(Severity.Major, 5, 15, 30),
        new(Severity.Minor, [Agents, Leader(5)], [Leader(30)]),
        new(Severity.Information, [], []),
    ];

    public static EscalationTimers Of(Severity severity) => Timers.Single(t => t.Severity == severity);

    private static EscalationLevel Agents => new(0, [new(TargetKind.Service)], InApp);

    private static EscalationTimers Make(Severity severity, int leader, int manager, int plant) =>
        new(severity, [Agents, Leader(leader), Manager(manager), Plant(plant)], [Leader(30), Manager(60), Plant(120)]);

    private static EscalationLevel Leader(int minutes) => new(minutes, [new(TargetKind.RoleOnShift, Role.TeamLeader)], Personally);

    private static EscalationLevel Manager(int minutes) => new(minutes, [new(TargetKind.RoleOnShift, Role.Manager)], Personally);

    private static EscalationLevel Plant(int minutes) => new(minutes, [new(TargetKind.Plant)], Everywhere);
}
