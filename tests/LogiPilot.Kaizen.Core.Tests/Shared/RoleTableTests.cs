using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Shared;

/// <summary>The product's table "Roles", every role and every permission.</summary>
public sealed class RoleTableTests
{
    // Operator, Pilot, Agent, TeamLeader, Manager, Support, Admin, Screen
    [Theory]
    [InlineData(Permission.SeeBoard, "Yes Yes Yes Yes Yes Yes Yes Yes")]
    [InlineData(Permission.RaiseAlert, "Yes Yes Yes Yes Yes Yes Yes No")]
    [InlineData(Permission.TakeAlert, "No Yes Yes Yes Yes IfRouted Yes No")]
    [InlineData(Permission.CloseAlert, "Raiser Raiser Raiser OwnArea Yes Raiser Yes No")]
    [InlineData(Permission.LeadAlert, "No No No LedArea Yes No Yes No")]
    [InlineData(Permission.CancelAlert, "RaiserUntaken RaiserUntaken RaiserUntaken LedArea Yes RaiserUntaken Yes No")]
    [InlineData(Permission.RecordMovements, "No Yes Yes Yes No No Yes No")]
    [InlineData(Permission.SeeIndicators, "No No No Yes Yes Yes Yes No")]
    [InlineData(Permission.PlanAbsences, "No No No OwnArea Yes No Yes No")]
    [InlineData(Permission.SeePlans, "Yes Yes Yes Yes Yes Yes Yes No")]
    [InlineData(Permission.ReportDysfunction, "Yes Yes Yes Yes Yes Yes Yes No")]
    [InlineData(Permission.LeadPlan, "IfNamed IfNamed IfNamed Yes Yes IfNamed Yes No")]
    [InlineData(Permission.SponsorPlan, "No No No IfSponsor Yes No Yes No")]
    [InlineData(Permission.DecideProposal, "No No No No Yes No Yes No")]
    [InlineData(Permission.AnswerReferral, "No No No Yes Yes IfRouted Yes No")]
    [InlineData(Permission.Administer, "No No No No No No Yes No")]
    [InlineData(Permission.Self, "Yes Yes Yes Yes Yes Yes Yes Yes")]
    public void What_a_role_may(Permission permission, string expected) =>
        Assert.Equal(expected, string.Join(' ', Enum.GetValues<Role>().Select(r => RoleTable.Grant(r, permission))));

    [Fact]
    public void Every_permission_is_in_the_table_above() => Assert.Equal(17, Enum.GetValues<Permission>().Length);

    [Theory]
    [InlineData(Permission.LeadAlert, true, false, false, true)]
    [InlineData(Permission.LeadAlert, false, true, false, false)]
    [InlineData(Permission.CloseAlert, true, false, true, true)]
    [InlineData(Permission.CloseAlert, false, false, true, false)]
    [InlineData(Permission.CloseAlert, false, true, true, true)]
    [InlineData(Permission.CancelAlert, false, true, false, true)]
    [InlineData(Permission.CancelAlert, false, true, true, false)]
    [InlineData(Permission.CancelAlert, true, false, true, true)]
    public void A_leader_leads_in_his_area_and_has_what_anybody_has_on_what_he_raised(
        Permission permission, bool ownArea, bool raiser, bool taken, bool may)
    {
        var leader = Of(Role.TeamLeader, [Mine]);
        Assert.Equal(may, leader.May(permission, new Concern(Plant, ownArea ? Mine : Other, raiser ? leader.PersonId : null, taken)));
    }

    [Theory]
    [InlineData(Permission.CloseAlert, true, true, true)]
    [InlineData(Permission.CloseAlert, false, false, false)]
    [InlineData(Permission.CancelAlert, true, false, true)]
    [InlineData(Permission.CancelAlert, true, true, false)]
    [InlineData(Permission.CancelAlert, false, false, false)]
    public void Whoever_raised_it_may_close_it_and_cancel_it_while_untaken(Permission permission, bool raiser, bool taken, bool may)
    {
        foreach (var role in new[] { Role.Operator, Role.Pilot, Role.Agent, Role.Support })
        {
            var actor = Of(role, []);
            Assert.Equal(may, actor.May(permission, new Concern(Plant, Other, raiser ? actor.PersonId : null, taken)));
        }
    }

    [Theory]
    [InlineData(Permission.LeadAlert, true)]
    [InlineData(Permission.CancelAlert, true)]
    [InlineData(Permission.CloseAlert, false)]
    [InlineData(Permission.PlanAbsences, false)]
    public void An_area_without_a_leader_on_shift_has_every_leader_for_what_cannot_wait(Permission permission, bool may)
    {
        var concern = new Concern(Plant, Other, null, true);

        Assert.Equal(may, (Of(Role.TeamLeader, [Mine]) with { LeaderlessAreaIds = [Other] }).May(permission, concern));
        Assert.False(Of(Role.TeamLeader, [Mine]).May(permission, concern));
        Assert.False((Of(Role.Agent, [Mine]) with { LeaderlessAreaIds = [Other] }).May(permission, concern));
    }

    [Fact]
    public void What_is_of_no_area_has_every_leader_of_the_plant() =>
        Assert.True(Of(Role.TeamLeader, [Mine]).May(Permission.LeadAlert, new Concern(Plant, null, null, false)));

    [Theory]
    [InlineData(SupportService.Quality, SupportService.Quality, true)]
    [InlineData(SupportService.Quality, SupportService.It, false)]
    [InlineData(SupportService.Quality, null, false)]
    [InlineData(null, SupportService.It, true)]
    [InlineData(null, null, false)]
    public void Support_takes_what_is_routed_to_its_service(SupportService? service, SupportService? routedTo, bool may) =>
        Assert.Equal(may, Of(Role.Support, [], service).May(Permission.TakeAlert, new Concern(Plant, Mine, null, false, routedTo)));

    [Fact]
    public void A_role_in_one_plant_is_nothing_in_another()
    {
        var manager = Of(Role.Manager, []);

        Assert.False(manager.May(Permission.LeadAlert, new Concern(Other, null, null, false)));
        Assert.False(manager.May(Permission.SeeBoard, Other));
        Assert.False(manager.Sees(Other));
    }

    private static Guid Plant { get; } = new(1, 0, 0, new byte[8]);

    private static Guid Mine { get; } = new(2, 0, 0, new byte[8]);

    private static Guid Other { get; } = new(3, 0, 0, new byte[8]);

    private static Actor Of(Role role, IReadOnlyList<Guid> areas, SupportService? service = null) =>
        new(new Guid(9, 0, 0, new byte[8]), "Lena", Language.Fr, [new Membership(Plant, role, areas, service)]);

    private sealed record Concern(Guid PlantId, Guid? AreaId, Guid? RaisedById, bool IsTaken, SupportService? RoutedTo = null) : IConcern;
}
