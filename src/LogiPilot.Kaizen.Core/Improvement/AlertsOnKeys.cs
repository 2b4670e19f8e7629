using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement;

/// <summary>The alerts that a plan's keys speak of; false alarms are none.</summary>
public sealed class AlertsOnKeys(IAlertReader alerts)
{
    private const int MostAtOnce = 1_000;

    /// <summary>Raised from an instant, up to another (none: until now), each once.</summary>
    public async Task<IReadOnlyList<Alert>> Raised(
        Guid plantId, IReadOnlyList<PlanKey> keys, DateTimeOffset from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Alert>();
        foreach (var key in keys)
        {
            var kinds = key.Family is null ? null : Enum.GetValues<AlertKind>().Where(k => AlertKey.FamilyOf(k) == key.Family).ToList();
            var filter = new AlertFilter(Kinds: kinds, ProductIds: key.ProductId is { } product ? [product] : null, RaisedFrom: from, RaisedTo: to);
            var page = await alerts.List(
                [plantId], filter, AlertOrder.NewestFirst, new PageRequest(MostAtOnce, null, null, null, WantsTotal: false), cancellationToken);
            foreach (var alert in page.Items.Select(i => i.Item).Where(a => a.State != AlertState.Cancelled && key.Covers(a)))
            {
                found[alert.Id] = alert;
            }
        }

        return [.. found.Values];
    }
}
