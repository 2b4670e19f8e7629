namespace LogiPilot.Kaizen.Core.Shared;

public enum Permission
{
    SeeBoard,
    RaiseAlert,
    TakeAlert,
    CloseAlert,
    LeadAlert,
    CancelAlert,
    RecordMovements,
    SeeIndicators,
    PlanAbsences,

    /// <summary>See dysfunctions, plans and actions.</summary>
    SeePlans,
    ReportDysfunction,

    /// <summary>Lead a plan, plan actions.</summary>
    LeadPlan,

    /// <summary>Decide on a plan: approve it, accept a delay.</summary>
    SponsorPlan,
    DecideProposal,

    /// <summary>Answer what was referred to a support service.</summary>
    AnswerReferral,
    Administer,

    /// <summary>Anybody signed in: what concerns the person alone, such as the language.</summary>
    Self,
}

/// <summary>How far a role's permission reaches.</summary>
public enum Grant
{
    No,
    Yes,

    /// <summary>Only in the areas of the membership (none named: the whole plant), and what is of no area.</summary>
    OwnArea,

    /// <summary>As <see cref="OwnArea"/>, and any area without a team leader of its own on shift.</summary>
    LedArea,

    /// <summary>Only on what the person raised.</summary>
    Raiser,

    /// <summary>Only on what the person raised and nobody took.</summary>
    RaiserUntaken,

    /// <summary>Only on what is routed to the person's service (none named: to any).</summary>
    IfRouted,

    /// <summary>Only on what names the person: leader, participant, owner.</summary>
    IfNamed,

    /// <summary>Only on what the person sponsors.</summary>
    IfSponsor,
}

/// <summary>The role table of the product ("Roles" in its description), the one place where a role becomes a right.</summary>
public static class RoleTable
{
    public static Grant Grant(Role role, Permission permission) => (permission, role) switch
    {
        (Permission.Self, _) => Shared.Grant.Yes,
        (Permission.SeeBoard, _) => Shared.Grant.Yes,
        (_, Role.Screen) => Shared.Grant.No,
        (_, Role.Admin) => Shared.Grant.Yes,
        (Permission.Administer, _) => Shared.Grant.No,
        (Permission.RaiseAlert, _) => Shared.Grant.Yes,
        (Permission.AnswerReferral, Role.TeamLeader or Role.Manager) => Shared.Grant.Yes,
        (Permission.AnswerReferral, Role.Support) => Shared.Grant.IfRouted,
        (Permission.TakeAlert, Role.Operator) => Shared.Grant.No,
        (Permission.TakeAlert, Role.Support) => Shared.Grant.IfRouted,
        (Permission.TakeAlert, _) => Shared.Grant.Yes,
        (Permission.CloseAlert, Role.Operator or Role.Pilot or Role.Agent or Role.Support) => Shared.Grant.Raiser,
        (Permission.CloseAlert, Role.TeamLeader) => Shared.Grant.OwnArea,
        (Permission.CloseAlert, _) => Shared.Grant.Yes,
        (Permission.LeadAlert, Role.TeamLeader) => Shared.Grant.LedArea,
        (Permission.LeadAlert, Role.Manager) => Shared.Grant.Yes,
        (Permission.LeadAlert, _) => Shared.Grant.No,
        (Permission.CancelAlert, Role.TeamLeader) => Shared.Grant.LedArea,
        (Permission.CancelAlert, Role.Manager) => Shared.Grant.Yes,
        (Permission.CancelAlert, _) => Shared.Grant.RaiserUntaken,
        (Permission.PlanAbsences, Role.TeamLeader) => Shared.Grant.OwnArea,
        (Permission.PlanAbsences, Role.Manager) => Shared.Grant.Yes,
        (Permission.RecordMovements, Role.Pilot or Role.Agent or Role.TeamLeader) => Shared.Grant.Yes,
        (Permission.RecordMovements, _) => Shared.Grant.No,
        (Permission.SeePlans or Permission.ReportDysfunction, _) => Shared.Grant.Yes,
        (Permission.LeadPlan, Role.TeamLeader or Role.Manager) => Shared.Grant.Yes,
        (Permission.LeadPlan, _) => Shared.Grant.IfNamed,
        (Permission.SponsorPlan, Role.TeamLeader) => Shared.Grant.IfSponsor,
        (Permission.SponsorPlan or Permission.DecideProposal, Role.Manager) => Shared.Grant.Yes,
        (Permission.SeeIndicators, Role.TeamLeader or Role.Manager or Role.Support) => Shared.Grant.Yes,
        _ => Shared.Grant.No,
    };

    internal static bool Holds(Actor actor, Membership membership, Permission permission, IConcern about) =>
        Grant(membership.Role, permission) switch
        {
            Shared.Grant.Yes => true,
            Shared.Grant.OwnArea => IsOwnArea(membership, about) || IsOwn(actor, about, permission),
            Shared.Grant.LedArea => IsOwnArea(membership, about) || IsLeaderless(actor, about) || IsOwn(actor, about, permission),
            Shared.Grant.Raiser or Shared.Grant.RaiserUntaken => IsOwn(actor, about, permission),
            Shared.Grant.IfRouted =>
                about.RoutedTo is { } service && (membership.Service is null || membership.Service == service),
            Shared.Grant.IfNamed => actor.PersonId is { } person && about.NamedIds.Contains(person),
            Shared.Grant.IfSponsor => actor.PersonId is { } sponsor && about.SponsorId == sponsor,
            _ => false,
        };

    /// <summary>Whether an alert at a place is of the areas that a person works in: what is of no area is everybody's.</summary>
    internal static bool IsOwnArea(Membership membership, IConcern about) =>
        membership.AreaIds.Count == 0 || about.AreaId is not { } area || membership.AreaIds.Contains(area);

    private static bool IsLeaderless(Actor actor, IConcern about) => about.AreaId is { } area && actor.LeaderlessAreaIds.Contains(area);

    /// <summary>What a person raised, everybody may close, and cancel while nobody took it: a leader of another area too.</summary>
    private static bool IsOwn(Actor actor, IConcern about, Permission permission) =>
        about.RaisedById == actor.PersonId
        && (permission is Permission.CloseAlert || (permission is Permission.CancelAlert && !about.IsTaken));
}
