using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Moves the escalations of alerts: follows what becomes of an alert, and fires the level that is due (who is called is asked of the
/// organisation as it is at that instant).
/// </summary>
public sealed class EscalationBook(
    IEscalationStore escalations, IAlertStore alerts, AlertBook book, KindSettings kinds, IDirectory directory, IReach reach, IEvents events)
{
    private const int NamesTold = 4;

    public async Task Follow(
        Guid alertId, Guid plantId, Guid? areaId, AlertKind kind, EscalationStanding standing, bool isNew, CancellationToken cancellationToken)
    {
        var kept = isNew ? null : await escalations.Find(alertId, cancellationToken);
        if (kept is null && standing.Asks is null)
        {
            return;
        }

        var escalation = kept ?? Escalation.Create(alertId, plantId);
        if (escalation.IsInStep(standing))
        {
            return;
        }

        var rule = await kinds.Rule(plantId, kind, standing.Severity, cancellationToken);
        var picture = await directory.Current(cancellationToken);
        escalation.Follow(standing, rule, picture.WorkingTime(plantId, areaId), book.Now);
        if (kept is null)
        {
            escalations.Add(escalation);
        }
        else
        {
            escalations.Save(escalation);
        }
    }

    /// <summary>Fires the level that is due; begins an escalation that has not.</summary>
    public async Task Fire(Escalation escalation, CancellationToken cancellationToken)
    {
        var alert = await alerts.Find(escalation.AlertId, cancellationToken)
            ?? throw new InvalidOperationException($"The escalation of {escalation.AlertId} has no alert.");
        if (escalation.Round == 0)
        {
            var standing = EscalationStanding.Of(alert.State, alert.ConditionClearedAt is not null, alert.Severity);
            await Follow(alert.Id, alert.PlantId, alert.AreaId, alert.Kind, standing, isNew: false, cancellationToken);
            return;
        }

        var picture = await directory.Current(cancellationToken);
        var (call, sounds) = escalation.Fire(
            level => Callees.Ask(level, alert, alert.IsUrgent, picture, reach, book.Now), picture.WorkingTime(alert.PlantId, alert.AreaId), book.Now);
        escalations.Save(escalation);
        escalations.Add(call);
        events.Raise(new EscalationFired(
            alert.PlantId, alert.Id, call.Round, call.Track, call.Loop, call.Level, call.Recipients, call.Channels, alert.IsUrgent, call.DueAt));
        if (sounds)
        {
            alert.SoundEverywhere(call.Level, book.Now);
            book.Save(alert);
            events.Raise(new SoundEverywhereStarted(alert.PlantId, alert.Id, call.Round, call.Track));
        }
        else
        {
            book.Note(
                alert, call.Reached ? TimelineKind.Escalated : TimelineKind.ReachedNobody,
                ("level", call.Level), ("names", call.Reached ? Names(call.Recipients, picture) : null),
                ("reason", call is { Reached: true, Track: EscalationTrack.Unresolved } ? "unresolved" : null));
        }
    }

    private static string Names(IReadOnlyList<Guid> people, OrganisationPicture picture)
    {
        var names = string.Join(", ", people.Take(NamesTold).Select(id => picture.NamePerson(id)?.Name));
        return people.Count > NamesTold ? FormattableString.Invariant($"{names} (+{people.Count - NamesTold})") : names;
    }
}
