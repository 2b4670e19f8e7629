using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Core.Tests.Alerts;
using LogiPilot.Kaizen.Core.Tests.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class NoticeBookTests
{
    private static readonly DateTimeOffset Monday23 = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday6 = new(2026, 3, 3, 5, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

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

    [Fact]
    public async Task What_a_stop_let_lie_into_the_next_quiet_hours_waits_for_their_end()
    {
        await Tell(Event(NoticeKind.RecurrenceSeen));

        Assert.Equal(1, await Release(Tuesday6.AddHours(17)));

        Assert.Equal([Tuesday6.AddDays(1)], Held().Select(i => i.DueAt!.Value));
    }

    [Fact]
    public async Task What_was_held_is_not_mailed_to_who_wants_it_no_more_or_has_left()
    {
        var zoe = Person("Zoé", "zoe@forez.fr");
        var hers = NoticePreferences.Of(zoe.Id);
        Assert.Null(hers.Choose([], new(22, 0), new(6, 0), [], digestByMail: true));
        _world.Notices.Save(hers);
        await Tell(Event(NoticeKind.RecurrenceSeen, people: [_lena.Id, zoe.Id]));

        var lena = new Actor(_lena.Id, "Léna", Language.Fr, _lena.Memberships);
        _ = await _world.Send(lena, new SaveNoticePreferences([NoticeGroup.Administration], new(22, 0), new(6, 0), [], DigestByMail: true));
        zoe.Move([new(_world.Elsewhere.Id, Role.TeamLeader, [])], null);
        Assert.Equal(2, await Release(Tuesday6));

        Assert.All(_world.Notices.Outbox.Where(i => i.Channel == NoticeChannel.Mail), i => Assert.Equal(OutboxState.Dropped, i.State));
    }

    [Fact]
    public async Task A_claim_that_lapsed_says_nothing_more_of_what_another_is_sending()
    {
        await Tell(Event(NoticeKind.AlertCalled, isUrgent: true));
        var first = (await Claim()).Version;
        Assert.Null((await _world.Send(Actor.System, new ClaimOutboxItem(NoticeChannel.Mail, Lease, "forez.fr"))).Value.Item);
        _world.Clock.Advance(Lease);
        var mail = await Claim();
        var second = mail.Version;

        Assert.Equal(0, await Record(mail, first));
        Assert.Equal((OutboxState.Sending, 2), (mail.State, mail.Attempts));
        Assert.Equal(1, await Record(mail, second));
        Assert.Equal((OutboxState.Sent, null, _world.Now), (mail.State, mail.DueAt, mail.SentAt!.Value));
        Assert.Equal(0, await Record(mail, second));
    }

    [Theory]
    [InlineData(false, OutboxState.Waiting)]
    [InlineData(true, OutboxState.Dropped)]
    public async Task What_is_over_when_the_quiet_hours_end_is_not_mailed(bool isOver, OutboxState state)
    {
        var (lena, promise) = (new Actor(_lena.Id, "Léna", Language.Fr, _lena.Memberships), Tuesday6.AddHours(2));
        var unresolved = await Raise(AlertKind.Congestion);
        await _world.Do(lena, new AcknowledgeAlert(unresolved.Id, promise));
        var given = await Raise(AlertKind.Quality);
        await _world.Do(_world.Leader, new AssignAlert(given.Id, _lena.Id));
        var worse = await Raise(AlertKind.EquipmentFailure);
        await _world.Do(lena, new AcknowledgeAlert(worse.Id, promise));
        var shelved = await Raise(AlertKind.WrongPart);
        await _world.Do(_world.Leader, new ShelveAlert(shelved.Id, "Capteur", _world.Now.AddHours(8)));
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        var restored = await _world.Do(lena, new AcknowledgeAlert(_world.Alerts.All[^1].Id, promise));
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        _world.Notices.Outbox.Clear();
        await Tell(Event(NoticeKind.AlertUnresolved, "held:0", unresolved.Id));
        await Tell(Event(NoticeKind.AlertAssigned, "held:1", given.Id));
        await Tell(Event(NoticeKind.AlertWorsened, "held:2", worse.Id));
        await Tell(Event(NoticeKind.ShelfEnding, "held:3", shelved.Id));
        await Tell(Event(NoticeKind.AlertRestored, "held:4", restored.Id));
        var mails = _world.Notices.Outbox.Where(i => i.Channel == NoticeChannel.Mail).ToList();

        if (isOver)
        {
            await _world.Do(lena, new ResolveAlert(unresolved.Id, "OTHER", "Fait"));
            await _world.Do(lena, new ConfirmAlert(given.Id));
            await _world.Do(lena, new ReleaseAlert(worse.Id, "Appelée ailleurs"));
            await _world.Do(_world.Leader, new UnshelveAlert(shelved.Id));
            await _world.Do(lena, new ResolveAlert(restored.Id, "OTHER", "Fait"));
        }

        await Release(Tuesday6);
        Assert.Equal(Enumerable.Repeat(state, 5), mails.Select(i => i.State));
    }

    [Fact]
    public async Task A_person_whose_held_mails_fail_is_named_and_those_of_the_others_are_sent()
    {
        var zoe = Person("Zoé", "zoe@forez.fr");
        var hers = NoticePreferences.Of(zoe.Id);
        Assert.Null(hers.Choose([], new(22, 0), new(6, 0), [], digestByMail: true));
        _world.Notices.Save(hers);
        await Tell(Event(NoticeKind.RecurrenceSeen, people: [_lena.Id, zoe.Id]));
        _world.Notices.Broken.Add(_lena.Id);

        Assert.Equal(_lena.Id, (await Assert.ThrowsAsync<DueFailedException>(() => Release(Tuesday6))).SubjectId);
        Assert.Equal(1, (await _world.Send(Actor.System, new ReleaseHeldNotices(Except: [_lena.Id]))).Value);
        Assert.Equal(_lena.Id, Assert.Single(Held()).PersonId);
    }

    [Theory]
    [InlineData(6, OutboxState.Waiting)]
    [InlineData(7, OutboxState.Dropped)]
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
        Assert.False(reach.CanReach(_marc.Id, [NoticeChannel.Mail], isUrgent, at));
    }

    [Fact]
    public void Who_wants_no_calls_by_mail_is_reached_by_it_for_what_is_urgent_alone()
    {
        var reach = new Reach(_world.Notices, new InMemoryContacts(_world.Organisation, _world.Notices));
        Assert.Null(_world.Notices.PreferencesOf(_lena.Id).Choose([NoticeGroup.Calls], null, null, [], digestByMail: true));

        Assert.False(reach.CanReach(_lena.Id, NoticeEvent.ToOne, isUrgent: false, Monday23));
        Assert.True(reach.CanReach(_lena.Id, NoticeEvent.ToOne, isUrgent: true, Monday23));
    }

    private Task<Alert> Raise(AlertKind kind) => _world.Do(_world.Operator, new RaiseAlert(kind, _world.Station.Id));

    private IEnumerable<OutboxItem> Held() => _world.Notices.Outbox.Where(i => i.State == OutboxState.Held);

    private async Task<OutboxItem> Claim() =>
        (await _world.Send(Actor.System, new ClaimOutboxItem(NoticeChannel.Mail, Lease, "forez.fr"))).Value.Item!;

    private async Task<int> Record(OutboxItem mail, int version) =>
        (await new RecordOutboxResultHandler(_world.Notices, null!, new RecordedEvents(), _world.Clock)
            .Handle(new RecordOutboxResult(mail.Id, version), default)).Value;

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
