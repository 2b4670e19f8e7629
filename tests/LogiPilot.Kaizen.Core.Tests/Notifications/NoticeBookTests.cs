using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Alerts;
using LogiPilot.Kaizen.Core.Tests.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class NoticeBookTests
{
    private static readonly DateTimeOffset Monday23 = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday6 = new(2026, 3, 3, 5, 0, 0, TimeSpan.Zero);

    private readonly AlertWorld _world = new();
    private readonly Person _lena;
    private readonly Person _marc;

    public NoticeBookTests()
    {
        (_lena, _marc) = (Person("Léna", "lena@forez.fr"), Person("Marc", null));
        _world.Clock.Now = Monday23;
        var chosen = NoticePreferences.Of(_lena.Id);
        Assert.Null(chosen.Choose([NoticeGroup.Handovers], new(22, 0), new(6, 0), [], digestByMail: false));
        _world.Notices.Save(chosen);
    }

    [Fact]
    public async Task Everybody_is_told_once_but_who_did_it_and_who_is_of_another_plant()
    {
        var stranger = _world.Stranger.PersonId!.Value;
        Assert.Equal(1, await Tell(Event(NoticeKind.AlertAssigned, people: [_lena.Id, _marc.Id, _marc.Id, stranger, Guid.Empty]), by: _lena.Id));
        Assert.Equal(1, await Tell(Event(NoticeKind.AlertAssigned, people: [_lena.Id, _marc.Id])));
        Assert.Equal(0, await Tell(Event(NoticeKind.AlertAssigned, people: [_lena.Id, _marc.Id])));

        Assert.Equal(["Marc App Waiting", "Léna App Waiting", "Léna Mail Held"], Rows());
    }

    [Fact]
    public async Task What_is_urgent_ignores_quiet_hours_and_preferences_and_the_rest_is_held_or_not_mailed()
    {
        await Tell(Event(NoticeKind.AlertCalled, key: "a"));
        await Tell(Event(NoticeKind.HandoverOffered, key: "b"));
        await Tell(Event(NoticeKind.ShiftDigest, key: "c"));
        await Tell(Event(NoticeKind.HandoverOffered, key: "d", isUrgent: true));

        Assert.Equal(
            ["Léna App Waiting", "Léna Mail Held", "Léna App Waiting", "Léna App Waiting", "Léna App Waiting", "Léna Mail Waiting"], Rows());
        Assert.Equal(
            [Tuesday6, Monday23], _world.Notices.Outbox.Where(i => i.Channel == NoticeChannel.Mail).Select(i => i.DueAt!.Value));
    }

    [Fact]
    public async Task What_was_held_is_sent_when_the_quiet_hours_end_if_it_is_still_true_and_only_its_last_word()
    {
        var open = await _world.RaiseShortage();
        var taken = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        foreach (var alert in (Alert[])[open, taken])
        {
            await Tell(Event(NoticeKind.AlertCalled, key: $"call:{alert.Number}:0", subject: alert.Id));
            await Tell(Event(NoticeKind.AlertCalled, key: $"call:{alert.Number}:1", subject: alert.Id));
        }

        await _world.Do(_world.Pilot, new AcknowledgeAlert(taken.Id, Tuesday6.AddHours(1)));
        Assert.Equal(0, await Release(Tuesday6.AddMinutes(-1)));
        Assert.Equal(4, await Release(Tuesday6));
        Assert.Equal(0, await Release(Tuesday6));

        Assert.Equal(
            [
                $"call:{open.Number}:0 Dropped", $"call:{open.Number}:1 Waiting", $"call:{taken.Number}:0 Dropped", $"call:{taken.Number}:1 Dropped",
            ],
            _world.Notices.Outbox.Where(i => i.Channel == NoticeChannel.Mail).Select(i => $"{i.EventKey} {i.State}"));
    }

    [Theory]
    [InlineData(6, OutboxState.Waiting)]
    [InlineData(8, OutboxState.Dropped)]
    public async Task The_digest_of_a_shift_that_is_over_is_not_mailed(int quietTo, OutboxState state)
    {
        var zoe = Person("Zoé", "zoe@forez.fr");
        var hers = NoticePreferences.Of(zoe.Id);
        Assert.Null(hers.Choose([], new(22, 0), new(quietTo, 0), [], digestByMail: true));
        _world.Notices.Save(hers);
        await Tell(Event(NoticeKind.ShiftDigest, people: [zoe.Id]));

        Assert.Equal(1, await Release(Tuesday6.AddHours(quietTo - 6)));
        Assert.Equal(state, _world.Notices.Outbox.Single(i => i.Channel == NoticeChannel.Mail).State);
    }

    [Fact]
    public async Task Whoever_changes_the_quiet_hours_gets_what_is_held_by_the_new_ones()
    {
        await Tell(Event(NoticeKind.RecurrenceSeen));
        var lena = new Actor(_lena.Id, "Léna", Language.Fr, _lena.Memberships);
        _ = await _world.Send(lena, new SaveNoticePreferences([], new(21, 0), new(7, 0), [], DigestByMail: true));
        Assert.Equal([Tuesday6.AddHours(1)], Held().Select(i => i.DueAt!.Value));

        _ = await _world.Send(lena, new SaveNoticePreferences([], null, null, [], DigestByMail: true));
        Assert.Equal(1, await Release(Monday23));

        Assert.Empty(Held());
        var stale = await _world.Send(lena, new SaveNoticePreferences([], null, null, [], true) { ExpectedVersion = 1 });
        Assert.Equal(RefusalCode.Conflict, stale.Refusal?.Code);
    }

    [Theory]
    [InlineData("App", false, 23, false)]
    [InlineData("App Mail", false, 23, false)]
    [InlineData("App Mail", true, 23, true)]
    [InlineData("App Mail", false, 12, true)]
    [InlineData("App", true, 12, false)]
    public void Who_is_not_connected_is_reached_by_an_address_outside_quiet_hours(string channels, bool isUrgent, int hour, bool isReached)
    {
        var reach = new Reach(_world.Notices, new InMemoryContacts(_world.Organisation, _world.Notices));
        NoticeChannel[] by = [.. channels.Split(' ').Select(Enum.Parse<NoticeChannel>)];
        var at = Monday23.AddHours(hour - 23);

        Assert.Equal(isReached, reach.CanReach(_lena.Id, by, isUrgent, at));
        Assert.False(reach.CanReach(_marc.Id, by, isUrgent, at));
        _world.Notices.Connected.Add(_marc.Id);
        Assert.True(reach.CanReach(_marc.Id, by, isUrgent, at));
    }

    private IEnumerable<OutboxItem> Held() => _world.Notices.Outbox.Where(i => i.State == OutboxState.Held);

    private IEnumerable<string> Rows() => _world.Notices.Outbox.Select(i =>
        $"{_world.Organisation.Everybody.Single(p => p.Id == i.PersonId).Name} {i.Channel} {i.State}");

    private async Task<int> Release(DateTimeOffset at)
    {
        _world.Clock.Now = at;
        return (await _world.Send(Actor.System, new ReleaseHeldNotices())).Value;
    }

    private Task<int> Tell(NoticeEvent happened, Guid? by = null) =>
        new NoticeBook(
            _world.Notices, _world.Notices, [], _world.Organisation, new RecordedEvents(),
            new AskedBy(by is { } id ? Actor.System with { PersonId = id } : Actor.System), _world.Clock).Tell(happened, default);

    private NoticeEvent Event(
        NoticeKind kind, string key = "step:1", Guid? subject = null, bool isUrgent = false, IReadOnlyCollection<Guid>? people = null) =>
        new(
            _world.Plant.Id, key, kind, subject ?? Guid.CreateVersion7(Monday23), people ?? [_lena.Id], NoticeEvent.ToOne,
            new Dictionary<string, object?>(StringComparer.Ordinal), isUrgent);

    private Person Person(string name, string? email)
    {
        var person = Core.Organisation.Person.Create(
            Guid.CreateVersion7(Monday23), PersonKind.Human, name, name, email, Language.Fr, [new(_world.Plant.Id, Role.TeamLeader, [])]);
        _world.Organisation.Add(person);
        return person;
    }
}
