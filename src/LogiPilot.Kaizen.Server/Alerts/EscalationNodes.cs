using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Alerts;

[GraphQLName("EscalationPolicy")]
public sealed class EscalationPolicyNode(EscalationPolicy policy, OrganisationPicture picture)
{
    public Guid Id => policy.Id;

    public Guid PlantId => policy.PlantId;

    public string Name => policy.Name;

    public int Version => policy.Version;

    [GraphQLDescription("A severity that is not named escalates by the standard.")]
    public IEnumerable<EscalationTimersNode> Timers => policy.Timers.Select(t => new EscalationTimersNode(t, picture));

    [GraphQLDescription("Kinds of alert that follow it.")]
    public async Task<IEnumerable<AlertKind>> GetKindsAsync(IEscalationReader escalations, CancellationToken cancellationToken) =>
        (await escalations.Settings([policy.PlantId], cancellationToken)).Where(s => s.PolicyId == policy.Id).Select(s => s.Kind).Order();

    [GraphQLDescription("Alerts for which a level of it is still to come.")]
    public Task<int> GetRunningCountAsync(IEscalationReader escalations, CancellationToken cancellationToken) =>
        escalations.CountRunningUnder(policy.Id, cancellationToken);
}

[GraphQLName("EscalationTimers")]
public sealed class EscalationTimersNode(EscalationTimers timers, OrganisationPicture picture)
{
    public Severity Severity => timers.Severity;

    public IEnumerable<EscalationLevelNode> Unacknowledged => timers.Unacknowledged.Select(l => new EscalationLevelNode(l, picture));

    public IEnumerable<EscalationLevelNode> Unresolved => timers.Unresolved.Select(l => new EscalationLevelNode(l, picture));

    [GraphQLDescription("How often a list begins again after its last level.")]
    public int Loops => timers.Loops;

    [GraphQLDescription("By the clock instead of in working time; safety always is.")]
    public bool ClockTime => timers.ClockTime;
}

[GraphQLName("EscalationLevel")]
public sealed class EscalationLevelNode(EscalationLevel level, OrganisationPicture picture)
{
    [GraphQLDescription("Since the list began.")]
    public int AfterMinutes => level.AfterMinutes;

    public IEnumerable<EscalationTargetNode> Targets => level.Targets.Select(t => new EscalationTargetNode(t, picture));

    public IReadOnlyList<NoticeChannel> Channels => level.Channels;
}

[GraphQLName("EscalationTarget")]
public sealed class EscalationTargetNode(EscalationTarget target, OrganisationPicture picture)
{
    public TargetKind Kind => target.Kind;

    public Role? Role => target.Role;

    public TeamNode? Team => picture.Teams.FirstOrDefault(t => t.Id == target.TeamId) is { } team ? new(team, picture) : null;

    public PersonName? Person => picture.NamePerson(target.PersonId);

    [GraphQLDescription("Null with kind SERVICE: that which the alert is routed to, else pilots and agents on shift.")]
    public SupportService? Service => target.Service;
}

[GraphQLName("KindSetting")]
public sealed class KindSettingNode(KindSetting setting, EscalationPolicy? policy, OrganisationPicture picture)
{
    public AlertKind Kind => setting.Kind;

    public Severity Severity => setting.Severity;

    public SupportService? Service => setting.Service;

    [GraphQLDescription("Null: the standard.")]
    public EscalationPolicyNode? Policy => policy is null ? null : new(policy, picture);
}

[GraphQLName("EscalationStep")]
public sealed class EscalationStepNode(EscalationStep step, OrganisationPicture picture)
{
    public DateTimeOffset At => step.At;

    public EscalationTrack Track => step.Track;

    public int Loop => step.Loop;

    public int Level => step.Level;

    public IEnumerable<EscalationTargetNode> Targets => step.Targets.Select(t => new EscalationTargetNode(t, picture));

    public IReadOnlyList<NoticeChannel> Channels => step.Channels;

    public IEnumerable<CalledPerson> GetPeople(Texts texts, ICurrentActor current) => step.People
        .Select(id => picture.NamePerson(id)).OfType<PersonName>()
        .Select(person => new CalledPerson(
            person, step.Channels, !step.Unreachable.Contains(person.Id),
            step.Unreachable.Contains(person.Id) ? texts.Of(current.Actor.Language, "escalation.unreachable") : null));

    [GraphQLDescription("Nobody can be reached: the next level is called at once.")]
    public bool Reached => step.Reached;

    public bool SoundsEverywhere => step.SoundsEverywhere;

    [GraphQLDescription("One sentence in the reader's language.")]
    public string GetText(Texts texts, ICurrentActor current)
    {
        var language = current.Actor.Language;
        var key = step.SoundsEverywhere ? "Everywhere" : step.People.Count == 0 ? "Nobody" : step.Reached ? "" : "Unreached";
        return texts.Of(
            language, "escalation.step" + key, ("names", string.Join(", ", step.People.Select(id => picture.NamePerson(id)?.Name))),
            ("channels", string.Join(", ", step.Channels.Select(c => texts.Of(language, "escalation.channel." + Naming.Screaming(c))))));
    }
}

/// <summary>Somebody whom a level calls, and why not if he cannot be reached.</summary>
public sealed record CalledPerson(PersonName Person, IReadOnlyList<NoticeChannel> Channels, bool Reachable, string? WhyNot);

[GraphQLName("EscalationReplay")]
public sealed class EscalationReplayNode(EscalationReplay replay, IReadOnlyList<AlertPicture> changed, OrganisationPicture picture)
{
    public int Alerts => replay.Alerts;

    public int CallsBefore => replay.CallsBefore;

    public int CallsAfter => replay.CallsAfter;

    public IReadOnlyList<RoleCalls> ByRole => replay.ByRole;

    [GraphQLDescription("The 50 most changed alerts.")]
    public IEnumerable<ReplayedAlertNode> Changed => replay.Changed.Zip(changed).Select(c => new ReplayedAlertNode(
        c.Second, [.. c.First.Before.Select(s => new EscalationStepNode(s, picture))], [.. c.First.After.Select(s => new EscalationStepNode(s, picture))]));
}

[GraphQLName("ReplayedAlert")]
public sealed record ReplayedAlertNode(
    AlertPicture Alert, IReadOnlyList<EscalationStepNode> Before, IReadOnlyList<EscalationStepNode> After);

[GraphQLName("Escalation")]
public sealed class EscalationNode(Escalation escalation, AlertPicture alert, OrganisationPicture picture)
{
    public int Round => escalation.Round;

    public EscalationTrack Track => escalation.Track;

    [GraphQLDescription("The level that comes next; null when none does.")]
    public int? Level => escalation.DueAt is null ? null : escalation.NextLevel;

    public DateTimeOffset? NextAt => escalation.DueAt;

    [GraphQLDescription("Whom it would call, by the calendar and the people of today.")]
    public async Task<IEnumerable<PersonName>> GetNextPeopleAsync(IEscalationReader escalations, CancellationToken cancellationToken)
    {
        if (escalation.ToCome() is not { } level)
        {
            return [];
        }

        var settings = await escalations.Settings([escalation.PlantId], cancellationToken);
        var service = (settings.FirstOrDefault(s => s.Kind == alert.Kind) ?? KindSetting.Default(escalation.PlantId, alert.Kind)).Service;
        var about = new RehearsedAlert(escalation.PlantId, alert.Area?.Id, alert.Kind, service);
        return Callees.Of(level, about, picture, escalation.DueAt!.Value).Select(id => picture.NamePerson(id)).OfType<PersonName>();
    }

    [GraphQLDescription("Null: the standard, or a policy that was removed since.")]
    public async Task<EscalationPolicyNode?> GetPolicyAsync(IEscalationReader escalations, CancellationToken cancellationToken) =>
        escalation.PolicyId is { } id
        && (await escalations.Policies([escalation.PlantId], cancellationToken)).FirstOrDefault(p => p.Id == id) is { } policy
            ? new(policy, picture)
            : null;

    [GraphQLDescription("In the order in which they were due.")]
    public async Task<IEnumerable<EscalationCallNode>> GetCallsAsync(CallsByAlert calls, CancellationToken cancellationToken) =>
        (await calls.LoadAsync(escalation.AlertId, cancellationToken) ?? []).Select(c => new EscalationCallNode(c, picture));
}

[GraphQLName("EscalationCall")]
public sealed class EscalationCallNode(EscalationCall call, OrganisationPicture picture)
{
    public int Round => call.Round;

    public EscalationTrack Track => call.Track;

    public int Loop => call.Loop;

    public int Level => call.Level;

    public DateTimeOffset DueAt => call.DueAt;

    public DateTimeOffset FiredAt => call.FiredAt;

    public IEnumerable<PersonName> People => call.Recipients.Select(id => picture.NamePerson(id)).OfType<PersonName>();

    public IReadOnlyList<NoticeChannel> Channels => call.Channels;

    public bool Reached => call.Reached;
}

[ObjectType<AlertPicture>]
public static class AlertEscalation
{
    [GraphQLDescription("Null: never escalated.")]
    public static async Task<EscalationNode?> GetEscalationAsync(
        [Parent] AlertPicture alert, EscalationByAlert escalations, IDirectory directory, CancellationToken cancellationToken) =>
        await escalations.LoadAsync(alert.Id, cancellationToken) is { } escalation
            ? new(escalation, alert, await directory.Current(cancellationToken))
            : null;
}

public sealed class EscalationByAlert(IEscalationReader escalations) : BatchDataLoader<Guid, Escalation>
{
    protected override async Task<IReadOnlyDictionary<Guid, Escalation>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await escalations.Of(keys, cancellationToken)).ToDictionary(e => e.AlertId);
}

public sealed class CallsByAlert(IEscalationReader escalations) : GroupedDataLoader<Guid, EscalationCall>
{
    protected override async Task<ILookup<Guid, EscalationCall>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await escalations.Calls(keys, cancellationToken)).ToLookup(c => c.AlertId);
}
