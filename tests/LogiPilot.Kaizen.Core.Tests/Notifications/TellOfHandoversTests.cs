using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Alerts;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

/// <summary>Who is told of what whole shifts and weeks leave behind: handovers and what recurs.</summary>
public sealed class TellOfHandoversTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task A_handover_is_offered_to_the_leader_of_the_area_who_follows_else_to_the_shift_and_an_empty_one_to_nobody()
    {
        _world.WorkInShifts();
        _world.Organisation.Teams.Add(Team.Create(
            Guid.CreateVersion7(_world.Now), _world.Plant.Id,
            new("TL", "Renfort", [], [_world.LeaderOfPainting.PersonId!.Value], new(2026, 3, 2), ["A"])));
        _world.Clock.Advance(TimeSpan.FromHours(3));
        await Sign(_world.Manager, _world.Painting);
        Assert.Empty(Told());

        await _world.RaiseShortage();
        await Sign(_world.Leader, _world.Assembly);
        Assert.Equal(["Rita HandoverOffered", "Luc HandoverOffered"], Told());

        await Sign(_world.Manager, null);
        Assert.Equal(["Rita HandoverOffered", "Luc HandoverOffered", "Luc HandoverOffered"], Told());
    }

    [Fact]
    public async Task What_recurs_in_an_area_is_told_to_its_leaders_and_where_it_has_none_to_the_managers()
    {
        await Recur(_world.Station);
        Assert.Equal(["Lena RecurrenceSeen"], Told());

        _world.Organisation.Everybody.Single(p => p.Id == _world.LeaderOfPainting.PersonId).Move([new(_world.Elsewhere.Id, Role.TeamLeader, [])], null);
        await Recur(_world.Booth);
        Assert.Equal(["Lena RecurrenceSeen", "Max RecurrenceSeen"], Told());
    }

    private async Task Recur(Place place)
    {
        for (var time = 0; time < 3; time++)
        {
            var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, place.Id));
            await _world.Do(_world.Manager, new ResolveAlert(alert.Id, "OTHER", "Fait"));
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    private async Task Sign(Actor by, Place? area)
    {
        var signed = await _world.Send(by, new SignHandover(_world.Plant.Id, area?.Id, "Presse 2 capricieuse"));
        Assert.Null(signed.Refusal);
    }

    private IEnumerable<string> Told() => _world.Notices.All
        .Where(n => n.Kind is NoticeKind.HandoverOffered or NoticeKind.RecurrenceSeen)
        .Select(n => $"{_world.NameOf(n.PersonId)} {n.Kind}");
}
