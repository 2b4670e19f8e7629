using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Alerts;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class DigestTests
{
    private static readonly DateTimeOffset Monday5Paris = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly AlertWorld _world = new();

    public DigestTests()
    {
        _world.Clock.Now = Monday5Paris.AddMinutes(-30);
        _world.Organisation.Calendars.Add(PlantCalendar.Create(Guid.CreateVersion7(_world.Now), _world.Plant.Id, null,
        [
            Shift.Daily("M", "Matin", new(5, 0), new(13, 0)), Shift.Daily("S", "Soir", new(13, 0), new(21, 0)),
        ]));
        AddTeam("Montage", _world.Assembly, _world.Pilot, _world.Leader);
        AddTeam("Peinture", _world.Painting, _world.LeaderOfPainting);
    }

    [Fact]
    public async Task A_team_is_told_once_at_the_start_of_its_shift_what_waits_and_with_nothing_waiting_nothing_all_shift_long()
    {
        var taken = await _world.RaiseShortage();
        await _world.Do(_world.OtherPilot, new AcknowledgeAlert(taken.Id, Monday5Paris.AddHours(5)));
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Safety, _world.Line.Id));
        Assert.Equal(0, await Digest());
        _world.Clock.Now = Monday5Paris;
        Assert.Equal(2, await Digest());
        Assert.Equal(0, await Digest());
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Booth.Id));
        _world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await Digest());

        Assert.Equal(["Paul Montage Matin: ALERT_OPEN SAFETY, ALERT_TAKEN SHORTAGE", "Lena Montage Matin: ALERT_OPEN SAFETY, ALERT_TAKEN SHORTAGE"], Told());
    }

    [Fact]
    public async Task Information_is_no_digest_and_a_team_has_none_of_a_shift_that_it_does_not_work()
    {
        AddTeam("Soirée", _world.Assembly, ["S"], _world.OtherPilot);
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.FiveS, _world.Station.Id));
        _world.Clock.Now = Monday5Paris;
        await Digest();
        Assert.Empty(Told());

        await _world.RaiseShortage();
        _world.Clock.Now = Monday5Paris.AddHours(8);
        await Digest();
        Assert.Equal(
            ["Paul Montage Soir: ALERT_OPEN SHORTAGE", "Lena Montage Soir: ALERT_OPEN SHORTAGE", "Rita Soirée Soir: ALERT_OPEN SHORTAGE"], Told());
    }

    [Fact]
    public async Task After_a_stop_the_digest_of_the_running_shift_is_made_once_and_that_of_the_missed_one_no_more()
    {
        await _world.RaiseShortage();
        _world.Clock.Now = Monday5Paris.AddHours(10);

        Assert.Equal(2, await Digest());
        Assert.Equal(["Paul Montage Soir: ALERT_OPEN SHORTAGE", "Lena Montage Soir: ALERT_OPEN SHORTAGE"], Told());
    }

    [Fact]
    public async Task A_shift_whose_start_is_moved_while_it_runs_brings_no_second_digest()
    {
        await _world.RaiseShortage();
        _world.Clock.Now = Monday5Paris;
        Assert.Equal(2, await Digest());
        _world.Organisation.Calendars[0] = PlantCalendar.Create(Guid.CreateVersion7(_world.Now), _world.Plant.Id, null,
        [
            Shift.Daily("M", "Matin", new(5, 30), new(13, 0)), Shift.Daily("S", "Soir", new(13, 0), new(21, 0)),
        ]);
        _world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await Digest());
        Assert.Equal(2, Told().Count());
    }

    [Fact]
    public async Task A_long_list_is_cut_and_says_how_many_more()
    {
        for (var n = 0; n < 13; n++)
        {
            await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id, Anyway: true));
        }

        _world.Clock.Now = Monday5Paris;
        await Digest();

        var facts = JsonDocument.Parse(_world.Notices.All.First(n => n.Kind == NoticeKind.ShiftDigest).Arguments).RootElement;
        Assert.Equal((13, 11), (facts.GetProperty("count").GetInt32(), facts.GetProperty("lines").GetArrayLength()));
        Assert.Equal(3, facts.GetProperty("lines")[10].GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task What_the_last_shift_handed_over_is_in_the_digest()
    {
        _world.Clock.Now = Monday5Paris.AddHours(7);
        await _world.RaiseShortage();
        Assert.True((await _world.Send(_world.Leader, new SignHandover(_world.Plant.Id, _world.Assembly.Id, "un manquant"))).IsDone);
        _world.Clock.Now = Monday5Paris.AddHours(8);
        await Digest();

        Assert.Equal(
            ["Paul Montage Soir: ALERT_OPEN SHORTAGE, HANDOVER", "Lena Montage Soir: ALERT_OPEN SHORTAGE, HANDOVER"],
            Told());
    }

    [Fact]
    public async Task Monday_brings_what_a_source_has_for_somebody_once_and_nothing_to_the_others()
    {
        var source = new Week(new(_world.Manager.PersonId!.Value, [NoticeFacts.Line("MORE", ("count", 2))]), new(_world.Leader.PersonId!.Value, []));
        foreach (var (hours, told) in ((int, int)[])[(0, 0), (1, 1), (2, 0), (24, 0), (25, 0), (24 * 7, 0), ((24 * 7) + 1, 1)])
        {
            _world.Clock.Now = Monday5Paris.AddHours(hours);
            Assert.Equal(told, (await Monday(source)).Value);
        }

        _world.Clock.Now = Monday5Paris.AddDays(14).AddHours(3);
        Assert.Equal(0, (await Monday()).Value);
        Assert.Equal(["Max", "Max"], _world.Notices.All.Select(n => _world.Organisation.Everybody.Single(p => p.Id == n.PersonId).Name));
    }

    [Fact]
    public async Task A_team_whose_digest_fails_is_named_and_the_others_go_on_without_it()
    {
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Booth.Id));
        await _world.RaiseShortage();
        _world.Clock.Now = Monday5Paris;
        _world.Notices.Broken.Add(_world.Pilot.PersonId!.Value);

        var failure = await Assert.ThrowsAsync<DueFailedException>(Digest);
        Assert.Equal(_world.Organisation.Teams[0].Id, failure.SubjectId);
        Assert.Equal(1, (await _world.Send(Actor.System, new MakeShiftDigests([failure.SubjectId]))).Value);

        Assert.Equal(["Luc Peinture Matin: ALERT_OPEN CONGESTION"], Told());
    }

    [Fact]
    public async Task Somebody_who_cannot_be_told_on_Monday_is_named_the_others_are_told_and_it_is_tried_again()
    {
        var (broken, other) = (_world.Leader.PersonId!.Value, _world.Manager.PersonId!.Value);
        IReadOnlyDictionary<string, object?>[] lines = [NoticeFacts.Line("MORE", ("count", 2))];
        var source = new Week(new(broken, lines), new(other, lines));
        _world.Clock.Now = Monday5Paris.AddHours(1);
        _world.Notices.Broken.Add(broken);

        Assert.Equal(broken, (await Assert.ThrowsAsync<DueFailedException>(() => Monday(source))).SubjectId);
        _world.Notices.ForgetRuns();
        Assert.Equal((1, 0), ((await Monday([broken], source)).Value, (await Monday([broken], source)).Value));
        _world.Notices.Broken.Clear();
        Assert.Equal((1, 0), ((await Monday(source)).Value, (await Monday(source)).Value));
        Assert.Equal([other, broken], _world.Notices.All.Select(n => n.PersonId));
    }

    [Fact]
    public async Task A_reminder_that_fails_is_named_and_the_others_go_on_without_it()
    {
        var (broken, other) = (Reminder(_world.Leader), Reminder(_world.Manager));
        _world.Notices.Broken.Add(_world.Leader.PersonId!.Value);

        Assert.Equal(broken.SubjectId, (await Assert.ThrowsAsync<DueFailedException>(() => Remind([], broken, other))).SubjectId);
        Assert.Equal(1, (await Remind([broken.SubjectId], broken, other)).Value);
        Assert.Equal(other.SubjectId, Assert.Single(_world.Notices.All).SubjectId);

        var failure = await Assert.ThrowsAsync<DueFailedException>(() => Remind([]));
        Assert.Equal(0, (await Remind([failure.SubjectId])).Value);
    }

    private NoticeEvent Reminder(Actor of) => new(
        _world.Plant.Id, $"reminder:{of.PersonId}", NoticeKind.Reminder, Guid.CreateVersion7(_world.Now), [of.PersonId!.Value], NoticeEvent.ToOne,
        new Dictionary<string, object?>(StringComparer.Ordinal));

    private Task<Outcome<int>> Remind(IReadOnlyCollection<Guid> except, params NoticeEvent[] due) =>
        new RemindHandler([new Reminders(due)], Book(), Telling(), _world.Clock).Handle(new Remind(except), default);

    /// <summary>With nothing due it fails itself.</summary>
    private sealed class Reminders(NoticeEvent[] due) : IReminderSource
    {
        public Task<IReadOnlyList<NoticeEvent>> Due(DateTimeOffset now, CancellationToken cancellationToken) =>
            due.Length == 0 ? throw new InvalidOperationException("Nothing can be read.") : Task.FromResult<IReadOnlyList<NoticeEvent>>(due);
    }

    private NoticeBook Book() => new(
        _world.Notices, _world.Notices, [], _world.Organisation, new Shared.RecordedEvents(), new Shared.AskedBy(Actor.System), _world.Clock);

    /// <summary>Of nothing: the book's events are recorded elsewhere.</summary>
    private Telling Telling() => new(new EventQueue(), _world.Log, null!, new Shared.AskedBy(Actor.System), _world.Clock);

    private Task<Outcome<int>> Monday(params IMondaySource[] sources) => Monday([], sources);

    private Task<Outcome<int>> Monday(IReadOnlyCollection<Guid> except, params IMondaySource[] sources) => new MakeMondayDigestsHandler(
        _world.Notices, Book(), sources, _world.Organisation, Telling(), _world.Clock).Handle(new MakeMondayDigests(except), default);

    private sealed class Week(params MondayLines[] lines) : IMondaySource
    {
        public Task<IReadOnlyList<MondayLines>> Of(Plant plant, DateOnly monday, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<MondayLines>>(lines);
    }

    private async Task<int> Digest() => (await _world.Send(Actor.System, new MakeShiftDigests())).Value;

    private void AddTeam(string name, Place area, params Actor[] members) => AddTeam(name, area, [], members);

    private void AddTeam(string name, Place area, string[] shifts, params Actor[] members)
    {
        var team = Team.Create(
            Guid.CreateVersion7(_world.Now), _world.Plant.Id,
            new(name, name, [area.Id], [.. members.Select(m => m.PersonId!.Value)], new(2026, 3, 2), shifts));
        _world.Organisation.Teams.Add(team);
    }

    private IEnumerable<string> Told() => _world.Notices.All.Where(n => n.Kind == NoticeKind.ShiftDigest).Select(n =>
    {
        var facts = JsonDocument.Parse(n.Arguments).RootElement;
        var lines = facts.GetProperty("lines").EnumerateArray()
            .Select(l => $"{l.GetProperty("line").GetString()} {(l.TryGetProperty("kind", out var kind) ? kind.GetString() : "")}".TrimEnd());
        var name = _world.Organisation.Everybody.Single(p => p.Id == n.PersonId).Name;
        return $"{name} {facts.GetProperty("team").GetString()} {facts.GetProperty("shift").GetString()}: {string.Join(", ", lines)}";
    });
}
