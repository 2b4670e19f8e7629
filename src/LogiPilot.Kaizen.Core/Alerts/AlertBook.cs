using System.Text.Json;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// How every use case opens, changes and keeps an alert: it must be of a plant that the actor sees, of the version that the
/// actor saw, and each of its steps is told.
/// </summary>
public sealed class AlertBook(
    IAlertStore alerts, IMaintenanceWindowStore windows, IDirectory directory, IEvents events, ICurrentActor current,
    TimeProvider clock)
{
    public Actor Actor => current.Actor;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Loads an alert, lets the step decide on it, keeps it.</summary>
    public async Task<Outcome<Made>> Change(
        Guid alertId, CommandOn command, Func<Alert, Refusal?> step, CancellationToken cancellationToken)
    {
        var found = await Find(alertId, command, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (step(found.Value) is { } refused)
        {
            return Name(refused, await directory.Current(cancellationToken), found.Value.PlantId);
        }

        Save(found.Value);
        return (Made)alertId;
    }

    public async Task<Outcome<Alert>> Find(Guid alertId, CommandOn command, CancellationToken cancellationToken)
    {
        if (await alerts.Find(alertId, cancellationToken) is not { } alert || !Actor.Sees(alert.PlantId))
        {
            return Refusal.NotFound("alert");
        }

        if (command.ExpectedVersion is not { } expected || expected == alert.Version)
        {
            return alert;
        }

        // A version that the alert never had says nothing about what its sender saw: all of it may be news.
        var steps = await alerts.StepsSince(alertId, expected < alert.Version ? expected : 0, cancellationToken);
        var changed = Refusal.Conflict(
            "changedMeanwhile", ("currentVersion", alert.Version), ("changed", steps.Select(Spell).Distinct(StringComparer.Ordinal).ToArray()),
            ("state", alert.State), ("severity", alert.Severity), ("owner", alert.OwnerId));
        return Name(changed, await directory.Current(cancellationToken));
    }

    /// <summary>The alert that stands for a problem, by its supply point or its key: open, else the last that ended.</summary>
    public async Task<Alert?> Last(Problem problem, CancellationToken cancellationToken)
    {
        var ofPoint = problem.SupplyPointId is { } point
            ? await alerts.LastOfPoint(point, problem.Key.Family, cancellationToken)
            : null;
        if (ofPoint is { IsOpen: true })
        {
            return ofPoint;
        }

        var onKey = await alerts.LastOn(problem.PlantId, problem.Key, cancellationToken);
        return onKey is { IsOpen: true } ? onKey : ofPoint ?? onKey;
    }

    public async Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken) =>
        await alerts.NextNumber(plantId, Now.Year, cancellationToken);

    /// <summary>Keeps a new alert; what is raised in a maintenance window is shelved at once, and never asked of anybody before.</summary>
    public async Task Raise(Alert alert, CancellationToken cancellationToken)
    {
        await HoldBack(alert, cancellationToken);
        Add(alert);
    }

    /// <summary>Shelves an alert that was raised, or raised again, in a maintenance window.</summary>
    public async Task HoldBack(Alert alert, CancellationToken cancellationToken)
    {
        if (alert.State != AlertState.Raised || await windows.Active(alert.PlantId, cancellationToken) is not { Count: > 0 } active)
        {
            return;
        }

        var zone = (await directory.Current(cancellationToken)).Calendar(alert.PlantId, null).Zone;
        var holding = active.Where(w => w.Concerns(alert) && w.EndAround(Now, zone) is not null).MaxBy(w => w.EndAround(Now, zone));
        if (holding is not null)
        {
            alert.ShelveIn(holding, holding.EndAround(Now, zone)!.Value, Now);
        }
    }

    public void Add(Alert alert)
    {
        Tell(alert);
        alerts.Add(alert);
    }

    public void Save(Alert alert)
    {
        Tell(alert);
        alerts.Save(alert);
    }

    /// <summary>Keeps a step that changes nothing of the alert: whoever saw it before may still act on it.</summary>
    public void Note(Alert alert, TimelineKind kind, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        alert.Note(kind, Now, facts);
        alerts.Note(alert);
    }

    /// <summary>Puts persons' names where a refusal has their ids, and the time of the plant's clock where it has instants.</summary>
    public static Refusal Name(Refusal refusal, OrganisationPicture people, Guid? plantId = null) =>
        refusal.Arguments.Values.Any(v => v is Guid or DateTimeOffset)
            ? refusal with
            {
                Arguments = refusal.Arguments.ToDictionary(
                    a => a.Key,
                    a => a.Value switch
                    {
                        Guid id when people.NamePerson(id) is { } person => person.Name,
                        DateTimeOffset instant when plantId is { } plant => PlantClock.Say(instant, people.Plant(plant)),
                        _ => a.Value,
                    },
                    StringComparer.Ordinal),
            }
            : refusal;

    private static string Spell(TimelineKind kind) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    private void Tell(Alert alert)
    {
        foreach (var step in alert.NewEntries)
        {
            events.Raise(new AlertChanged(
                alert.PlantId, alert.Id, alert.Number, step.Kind, alert.Kind, alert.Severity, alert.State, alert.AreaId, alert.LineId,
                alert.OwnerId, alert.Version));
        }
    }
}
