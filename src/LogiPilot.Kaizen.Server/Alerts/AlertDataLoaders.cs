using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Alerts;

/// <summary>Alerts of plants that the actor sees, as people see them.</summary>
public sealed class AlertById(IAlertReader alerts, AlertPictures pictures, ICurrentActor current) : BatchDataLoader<Guid, AlertPicture>
{
    protected override async Task<IReadOnlyDictionary<Guid, AlertPicture>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var found = (await alerts.ById(keys, cancellationToken)).Where(a => current.Actor.Sees(a.PlantId)).ToList();
        return (await pictures.Of(found, cancellationToken)).ToDictionary(a => a.Id);
    }
}

/// <summary>The whole of alerts that were pictured already.</summary>
public sealed class WholeAlertById(IAlertReader alerts) : BatchDataLoader<Guid, Alert>
{
    protected override async Task<IReadOnlyDictionary<Guid, Alert>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await alerts.ById(keys, cancellationToken)).ToDictionary(a => a.Id);
}

public sealed class TimelineByAlert(IAlertReader alerts) : GroupedDataLoader<Guid, TimelineEntry>
{
    protected override async Task<ILookup<Guid, TimelineEntry>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await alerts.Timelines(keys, cancellationToken)).SelectMany(t => t.Value).ToLookup(e => e.AlertId);
}

/// <summary>Open alerts at a place, or anywhere on a line or in an area; most severe and oldest first.</summary>
public sealed class OpenAlertsByPlace(IAlertReader alerts, AlertPictures pictures, ICurrentActor current) : GroupedDataLoader<Guid, AlertPicture>
{
    protected override async Task<ILookup<Guid, AlertPicture>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var asked = keys.ToHashSet();
        var open = (await alerts.Open([.. current.Actor.PlantIds], cancellationToken))
            .Select(a => (Alert: a, Keys: new[] { a.PlaceId, a.LineId, a.AreaId }.OfType<Guid>().Where(asked.Contains).Distinct().ToList()))
            .Where(a => a.Keys.Count > 0)
            .ToList();
        var pictured = (await pictures.Of([.. open.Select(o => o.Alert)], cancellationToken)).ToDictionary(p => p.Id);
        return open
            .SelectMany(o => o.Keys.Select(key => (key, picture: pictured[o.Alert.Id])))
            .OrderBy(o => o.picture.Severity).ThenBy(o => o.picture.RaisedAt)
            .ToLookup(o => o.key, o => o.picture);
    }
}

/// <summary>The open alert that follows a supply point.</summary>
public sealed class OpenAlertByPoint(IAlertReader alerts, AlertPictures pictures, ICurrentActor current) : BatchDataLoader<Guid, AlertPicture>
{
    protected override async Task<IReadOnlyDictionary<Guid, AlertPicture>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var asked = keys.ToHashSet();
        var open = (await alerts.Open([.. current.Actor.PlantIds], cancellationToken))
            .Where(a => a.SupplyPointId is { } point && asked.Contains(point))
            .DistinctBy(a => a.SupplyPointId!.Value)
            .ToList();
        var pictured = await pictures.Of(open, cancellationToken);
        return open.Zip(pictured).ToDictionary(o => o.First.SupplyPointId!.Value, o => o.Second);
    }
}
