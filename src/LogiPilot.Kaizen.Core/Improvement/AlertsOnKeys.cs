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

    /// <summary>The alerts that came on a plan's keys since an instant, and when each did last: raised, or one known before that was joined or reopened.</summary>
    public async Task<IReadOnlyList<AlertSeen>> Since(
        ActionPlan plan, IEnumerable<AlertSeen> seen, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var raised = await Raised(plan.PlantId, plan.Keys, since, null, cancellationToken);
        var heard = seen.Where(s => s.At >= since).ToDictionary(s => s.AlertId, s => s.At);
        Guid[] again = [.. heard.Keys.Except(raised.Select(a => a.Id))];
        var known = again.Length == 0 ? [] : await alerts.ById(again, cancellationToken);
        return
        [
            .. raised.Concat(known.Where(a => a.State != AlertState.Cancelled && plan.Keys.Any(k => k.Covers(a))))
                .Select(a => new AlertSeen(plan.Id, a.Id, heard.TryGetValue(a.Id, out var at) && at > a.RaisedAt ? at : a.RaisedAt)),
        ];
    }
}
