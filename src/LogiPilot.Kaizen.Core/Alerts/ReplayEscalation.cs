using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// What a policy (or timers that are being edited) would have changed for the alerts raised in a time, of some kinds or all: their lives are
/// played twice, by what holds now and by the proposal, with the calendars and people of today, everybody in reach.
/// </summary>
[Needs(Permission.Administer)]
public sealed record ReplayEscalation(
    Guid PlantId, DateTimeOffset From, DateTimeOffset To, Guid? PolicyId = null, IReadOnlyList<EscalationTimers>? Timers = null,
    IReadOnlyList<AlertKind>? Kinds = null) : IQuery<EscalationReplay>
{
    public const int MostDays = 92;
    public const int MostAlerts = 10_000;
    public const int MostShown = 50;
}

/// <summary>Calls are levels fired; a role is told once for each person of it in each call. The most changed alerts come first.</summary>
public sealed record EscalationReplay(
    int Alerts, int CallsBefore, int CallsAfter, IReadOnlyList<RoleCalls> ByRole, IReadOnlyList<ReplayedAlert> Changed);

public sealed record RoleCalls(Role Role, int Before, int After);

public sealed record ReplayedAlert(Alert Alert, IReadOnlyList<EscalationStep> Before, IReadOnlyList<EscalationStep> After);

/// <inheritdoc cref="ReplayEscalation"/>
public sealed class ReplayEscalationHandler(
    IEscalationReader escalations, IAlertReader alerts, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ReplayEscalation, Outcome<EscalationReplay>>
{
    private const int Batch = 500;

    public async Task<Outcome<EscalationReplay>> Handle(ReplayEscalation request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (PolicyAccess.Refuse(request.PlantId, picture, current.Actor) is { } refusal)
        {
            return refusal;
        }

        var length = request.To - request.From;
        if (length <= TimeSpan.Zero || length > TimeSpan.FromDays(ReplayEscalation.MostDays))
        {
            return Refusal.Invalid("to", "replayTooLong", ("days", ReplayEscalation.MostDays));
        }

        if (request.PolicyId is null && request.Timers is null)
        {
            return Refusal.Invalid("policyId", "timersOrPolicy");
        }

        var proposal = await EscalationProposal.Of(
            request.PlantId, request.PolicyId, request.Timers, escalations, picture, cancellationToken);
        if (proposal.Refusal is { } wrong)
        {
            return wrong;
        }

        var raised = await escalations.RaisedBetween(
            request.PlantId, request.From, request.To, ReplayEscalation.MostAlerts, cancellationToken);
        var replayed = new List<ReplayedAlert>();
        var rehearsal = new EscalationRehearsal(picture, new InReach());
        foreach (var batch in raised.Where(a => request.Kinds?.Contains(a.Kind) != false).Chunk(Batch))
        {
            var timelines = await alerts.Timelines([.. batch.Select(a => a.Id)], cancellationToken);
            replayed.AddRange(batch.Select(alert => Replay(alert, timelines[alert.Id], rehearsal, proposal.Value, clock.GetUtcNow())));
        }

        return Sum(replayed, picture, request.PlantId);
    }

    private static ReplayedAlert Replay(
        Alert alert, IReadOnlyList<TimelineEntry> timeline, EscalationRehearsal rehearsal, EscalationProposal proposal, DateTimeOffset now)
    {
        var life = EscalationLife.Of(timeline);
        var past = new RehearsedAlert(alert.PlantId, alert.AreaId, alert.Kind, alert.RoutedTo);
        return new(
            alert,
            rehearsal.Play(past, life, severity => proposal.PresentRule(alert.Kind, severity), now),
            rehearsal.Play(past, life, severity => proposal.Rule(alert.Kind, severity), now));
    }

    private static EscalationReplay Sum(List<ReplayedAlert> replayed, OrganisationPicture picture, Guid plantId)
    {
        var before = ByRole(replayed.SelectMany(r => r.Before), picture, plantId);
        var after = ByRole(replayed.SelectMany(r => r.After), picture, plantId);
        return new(
            replayed.Count, replayed.Sum(r => r.Before.Count), replayed.Sum(r => r.After.Count),
            [.. before.Keys.Union(after.Keys).Order().Select(r => new RoleCalls(r, before.GetValueOrDefault(r), after.GetValueOrDefault(r)))],
            [
                .. replayed.Where(r => !r.Before.Select(Told).SequenceEqual(r.After.Select(Told), StringComparer.Ordinal))
                    .OrderByDescending(r => Math.Abs(r.After.Count - r.Before.Count)).ThenByDescending(r => r.Alert.RaisedAt)
                    .Take(ReplayEscalation.MostShown),
            ]);
    }

    private static string Told(EscalationStep step) =>
        FormattableString.Invariant($"{step.At:O} {string.Join(' ', step.Channels)} {string.Join(' ', step.People)}");

    private static Dictionary<Role, int> ByRole(IEnumerable<EscalationStep> steps, OrganisationPicture picture, Guid plantId) =>
        steps.SelectMany(s => s.People).Select(picture.Person).OfType<Person>()
            .Select(p => picture.Memberships(p).FirstOrDefault(m => m.PlantId == plantId)?.Role).OfType<Role>()
            .GroupBy(r => r).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>Who was connected then is not kept.</summary>
    private sealed class InReach : IReach
    {
        public bool CanReach(Guid personId, IReadOnlyList<NoticeChannel> channels, bool isUrgent, DateTimeOffset at) => true;
    }
}
