using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Who is told of what happens to an alert: whom a level calls; the assignee; the former owner when it is nobody's again; the owner when it
/// worsens or is restored.
/// </summary>
public sealed class TellOfAlerts(NoticeBook book, IAlertStore alerts, IAlertReader reader, ISupplyStore supply, IDirectory directory)
    : INotificationHandler<AlertChanged>, INotificationHandler<EscalationFired>
{
    public Task Handle(AlertChanged notification, CancellationToken cancellationToken) => notification.Step switch
    {
        TimelineKind.Assigned or TimelineKind.Transferred => Given(notification, cancellationToken),
        TimelineKind.Released or TimelineKind.AssignmentExpired or TimelineKind.Refused or TimelineKind.Unshelved =>
            Returned(notification, cancellationToken),
        TimelineKind.SeverityRaised => ToOwner(notification, NoticeKind.AlertWorsened, isRestored: false, cancellationToken),
        TimelineKind.ConditionCleared => ToOwner(notification, NoticeKind.AlertRestored, isRestored: true, cancellationToken),
        _ => Task.CompletedTask,
    };

    public async Task Handle(EscalationFired notification, CancellationToken cancellationToken)
    {
        if (await alerts.Find(notification.AlertId, cancellationToken) is not { } alert)
        {
            return;
        }

        var isTaken = notification.Track == EscalationTrack.Unresolved;
        var isLate = !isTaken && (notification.Level > 0 || notification.Loop > 0);
        await Tell(
            alert, $"call:{alert.Id}:{notification.Round}:{notification.Track}:{notification.Loop}:{notification.Level}",
            isTaken ? NoticeKind.AlertUnresolved : NoticeKind.AlertCalled, notification.Recipients, notification.Channels,
            [
                ("variant", isLate ? "LATE" : null), ("level", notification.Level),
                ("sinceAt", isTaken ? alert.AcknowledgedAt : alert.RecordedAt), ("ownerId", isTaken ? alert.OwnerId : null),
            ],
            cancellationToken);
    }

    private async Task Given(AlertChanged step, CancellationToken cancellationToken)
    {
        if (await alerts.Find(step.AlertId, cancellationToken) is { Assignment: { Confirmed: false } given } alert)
        {
            var kind = step.Step == TimelineKind.Assigned ? NoticeKind.AlertAssigned : NoticeKind.AlertTransferred;
            await Tell(
                alert, Key(step), kind, [given.AssigneeId], NoticeEvent.ToOne, [("byId", given.ById), ("untilAt", given.ExpiresAt)],
                cancellationToken);
        }
    }

    /// <summary>
    /// The one who lost it hears why; of a refusal, who had given it. What is over meanwhile is nobody's to take, and told to nobody.
    /// </summary>
    private async Task Returned(AlertChanged step, CancellationToken cancellationToken)
    {
        if (await alerts.Find(step.AlertId, cancellationToken) is not { IsOpen: true } alert)
        {
            return;
        }

        var timeline = (await reader.Timelines([alert.Id], cancellationToken))[alert.Id];
        if (timeline.LastOrDefault(e => e.Kind == step.Step && e.Version == step.Version) is { } entry
            && Loser(entry, timeline) is { } person)
        {
            await Tell(
                alert, Key(step), step.Step == TimelineKind.Unshelved ? NoticeKind.ShelfEnded : NoticeKind.AlertReturned, [person],
                NoticeEvent.ToOne, [("variant", WhyReturned(entry)), ("byId", entry.ById), ("reason", entry.Comment)], cancellationToken);
        }
    }

    private static Guid? Loser(TimelineEntry entry, IReadOnlyList<TimelineEntry> timeline) =>
        entry.Kind == TimelineKind.Refused
            ? timeline.LastOrDefault(e => e.Kind is TimelineKind.Assigned or TimelineKind.Transferred)?.ById
            : Guid.TryParse(Fact(entry, "owner"), out var owner) ? owner : null;

    private static string WhyReturned(TimelineEntry entry) => (entry.Kind, Fact(entry, "reason")) switch
    {
        (TimelineKind.Refused, _) => Fact(entry, "to") is null ? "REFUSED" : "REFUSED_BACK",
        (TimelineKind.AssignmentExpired, _) => "UNCONFIRMED",
        (TimelineKind.Unshelved, "worse") => "WORSE",
        (TimelineKind.Unshelved, "person") => "BY",
        (TimelineKind.Unshelved, _) => "EXPIRED",
        (_, "shiftEnded" or "handover") => "SHIFT_ENDED",
        _ => entry.ById is null ? "EXPIRED" : "RELEASED",
    };

    private static string? Fact(TimelineEntry entry, string name)
    {
        using var facts = JsonDocument.Parse(entry.Facts ?? "{}");
        return facts.RootElement.TryGetProperty(name, out var fact) ? fact.GetString() : null;
    }

    private async Task ToOwner(AlertChanged step, NoticeKind kind, bool isRestored, CancellationToken cancellationToken)
    {
        if (step.OwnerId is { } owner
            && await alerts.Find(step.AlertId, cancellationToken) is { State: AlertState.Acknowledged or AlertState.InProgress } alert
            && alert.ConditionClearedAt is not null == isRestored)
        {
            await Tell(alert, Key(step), kind, [owner], NoticeEvent.ToOne, [], cancellationToken);
        }
    }

    private async Task Tell(
        Alert alert, string key, NoticeKind kind, IReadOnlyCollection<Guid> people, IReadOnlyCollection<NoticeChannel> channels,
        (string Name, object? Value)[] more, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var product = alert.ProductId is { } id ? (await supply.Products([id], cancellationToken)).SingleOrDefault() : null;
        var facts = NoticeFacts.Of(
            alert, organisation, product,
            [.. more.Select(f => f.Name.EndsWith("Id", StringComparison.Ordinal)
                ? (f.Name[..^2], organisation.NamePerson(f.Value as Guid?)?.Name)
                : f)]);
        await book.Tell(
            new NoticeEvent(alert.PlantId, key, kind, alert.Id, people, channels, facts, alert.IsUrgent), cancellationToken);
    }

    private static string Key(AlertChanged step) => $"step:{step.AlertId}:{step.Version}:{step.Step}";
}
