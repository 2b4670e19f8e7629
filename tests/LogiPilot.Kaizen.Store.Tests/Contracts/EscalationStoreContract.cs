using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of escalations.</summary>
public abstract class EscalationStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly WorkingTime AroundTheClock = (from, minutes) => from.AddMinutes(minutes);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Policies_and_settings_of_kinds_come_back_as_they_were_saved()
    {
        var level = new EscalationLevel(
            5, [new(TargetKind.RoleOnShift, Role.TeamLeader), new(TargetKind.Person, PersonId: Samples.Id(7))], [NoticeChannel.App, NoticeChannel.Mail]);
        var policy = EscalationPolicy.Create(Samples.Id(1), Samples.Plant, "Nuit", [new(Severity.Critical, [level], [level], 3, ClockTime: true)]);
        var setting = new KindSetting(Samples.Plant, AlertKind.Quality, Severity.Minor, SupportService.Quality, policy.Id);
        await store.Write((IEscalationStore s) => s.Add(policy));
        await store.Write((IEscalationStore s) => s.Put(setting with { Severity = Severity.Critical }));
        await store.Write((IEscalationStore s) => s.Put(setting));

        Assert.Equivalent(policy, await store.Ask((IEscalationStore s) => s.FindPolicy(policy.Id, default)), strict: true);
        Assert.Equivalent(policy, Assert.Single(await store.Ask((IEscalationReader r) => r.Policies([Samples.Plant], default))), strict: true);
        Assert.Equal(setting, await store.Ask((IEscalationStore s) => s.Setting(Samples.Plant, AlertKind.Quality, default)));
        Assert.Equal([setting], await store.Ask((IEscalationReader r) => r.Settings([Samples.Plant], default)));
        Assert.Empty(await store.Ask((IEscalationReader r) => r.Policies([Samples.Id(99)], default)));

        policy.Revise("Jour", []);
        await store.Write((IEscalationStore s) => s.Save(policy));
        Assert.Equal("Jour", (await store.Ask((IEscalationStore s) => s.Policies(Samples.Plant, default))).Single().Name);
        await store.Write((IEscalationStore s) => s.Remove(policy));
        Assert.Null(await store.Ask((IEscalationStore s) => s.FindPolicy(policy.Id, default)));
    }

    [Fact]
    public async Task The_escalation_due_longest_comes_first_and_what_rests_never()
    {
        var policy = EscalationPolicy.Create(Samples.Id(1), Samples.Plant, "Nuit", StandardPolicy.Timers);
        var (late, early, resting) = (Begun(11, 10, policy), Begun(12, 0, policy), Begun(13, 0, policy));
        resting.Follow(new(null, Severity.Critical), EscalationRule.Of(AlertKind.Other, Severity.Critical, policy), AroundTheClock, Samples.Start);
        foreach (var escalation in new[] { late, early, resting })
        {
            await store.Write((IEscalationStore s) => s.Add(escalation));
        }

        Assert.Null(await NextDue(-1));
        Assert.Equivalent(early, await NextDue(20), strict: true);
        Assert.Equal(late.AlertId, (await NextDue(20, early.AlertId))!.AlertId);
        Assert.Null(await NextDue(20, early.AlertId, late.AlertId));
        Assert.Equal(2, (await store.Ask((IEscalationStore s) => s.RunningUnder(policy.Id, default))).Count);
        Assert.Equal(2, (await store.Ask((IEscalationStore s) => s.RunningIn(Samples.Plant, default))).Count);
        Assert.Empty(await store.Ask((IEscalationStore s) => s.RunningIn(Samples.Id(99), default)));
        Assert.Equal(2, await store.Ask((IEscalationReader r) => r.CountRunningUnder(policy.Id, default)));
        Assert.Equivalent(resting, Assert.Single(await store.Ask((IEscalationReader r) => r.Of([resting.AlertId], default))), strict: true);
    }

    [Fact]
    public async Task A_level_fires_once_whatever_restarts()
    {
        var escalation = Begun(11, 0, null);
        var (call, _) = escalation.Fire(_ => new([Samples.Id(7)], Reached: true), AroundTheClock, Samples.Start);
        await store.Write((IEscalationStore s) => s.Add(call));

        await Assert.ThrowsAnyAsync<Exception>(() => store.Write((IEscalationStore s) => s.Add(call with { FiredAt = Samples.Start.AddHours(1) })));

        Assert.Equivalent(call, Assert.Single(await store.Ask((IEscalationReader r) => r.Calls([escalation.AlertId], default))), strict: true);
    }

    [Fact]
    public async Task Alerts_raised_in_a_time_are_read_oldest_first()
    {
        foreach (var minute in new[] { 30, 10, 20 })
        {
            var alert = Alert.Raise($"A-2026-{minute:D6}", Samples.Problem(place: Samples.Id(minute)), Report.BySystem(Samples.Start.AddMinutes(minute)));
            await store.Write((IAlertStore s) => s.Add(alert));
        }

        var found = await store.Ask((IEscalationReader r) => r.RaisedBetween(
            Samples.Plant, Samples.Start.AddMinutes(10), Samples.Start.AddMinutes(30), 10, default));
        Assert.Equal(["A-2026-000010", "A-2026-000020"], found.Select(a => a.Number));
    }

    private static Escalation Begun(int alert, int minute, EscalationPolicy? policy)
    {
        var escalation = Escalation.Create(Samples.Id(alert), Samples.Plant);
        escalation.Follow(
            new(EscalationTrack.Unacknowledged, Severity.Critical), EscalationRule.Of(AlertKind.Other, Severity.Critical, policy),
            AroundTheClock, Samples.Start.AddMinutes(minute));
        return escalation;
    }

    private Task<Escalation?> NextDue(int minute, params Guid[] except) =>
        store.Ask((IEscalationStore s) => s.NextDue(Samples.Start.AddMinutes(minute), except, default));
}
