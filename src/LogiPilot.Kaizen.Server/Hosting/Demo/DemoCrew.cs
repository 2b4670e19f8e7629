using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// The people of the demo plant: they report troubles, take alerts, come, resolve and close, each after a while of his own, and
/// sometimes they do not. What somebody at a demo account raised or took is left to him for a good while.
/// </summary>
internal sealed class DemoCrew
{
    private static readonly TimeSpan LeftToVisitors = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan Visit = TimeSpan.FromHours(2);
    private static readonly TimeSpan WhenAllHurry = TimeSpan.FromMinutes(2);
    private const int Many = 9;

    /// <summary>When an alert was first seen at its present severity and state: reaction times run from there.</summary>
    private readonly Dictionary<(Guid AlertId, Severity Severity, AlertState State), DateTimeOffset> _noticed = [];

    public async Task Step(DemoShop shop, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var open = shop.OpenAlerts;
        foreach (var seen in _noticed.Keys.Where(k => !open.Any(a => a.Id == k.AlertId)).ToList())
        {
            _noticed.Remove(seen);
        }

        foreach (var alert in open.OrderBy(a => a.Number, StringComparer.Ordinal))
        {
            var key = (alert.Id, alert.Severity, alert.State);
            _noticed.TryAdd(key, shop.Now);
            var waited = shop.Now - _noticed[key];
            if (!IsLeftToVisitor(shop, alert) && React(shop, alert, waited, isCrowded: open.Count >= Many) is var (who, order))
            {
                await shop.Do(who, order, cancellationToken);
            }
        }

        if (open.Count < Many)
        {
            await Report(shop, since, cancellationToken);
        }
    }

    /// <summary>Leaders close what was resolved a while ago, with a cause where nobody gave one.</summary>
    public static async Task Close(DemoShop shop, IReadOnlyList<Alert> resolved, CancellationToken cancellationToken)
    {
        foreach (var alert in resolved.Where(a => shop.Now - a.ResolvedAt >= Minutes(8, 40, $"close {a.Number}")))
        {
            var cause = alert.Kind == AlertKind.StockOut && alert.CauseCode is null or AlertCauses.ClearedUntaken
                ? DemoChance.Of(shop.Plan.Remedies, alert.Number).Cause
                : null;
            await shop.Do(Leader(shop, alert).Id, new CloseAlert(alert.Id, cause), cancellationToken);
        }
    }

    private static (Guid Who, Command Order)? React(DemoShop shop, Alert alert, TimeSpan waited, bool isCrowded)
    {
        var number = alert.Number;
        var isOver = alert.ConditionClearedAt is not null && !alert.ConditionHolds;
        var canBeResolved = isOver || !alert.ConditionHolds;
        switch (alert.State)
        {
            case AlertState.Raised when waited >= (isCrowded ? WhenAllHurry : Hesitation(alert)):
                var taker = Taker(shop, alert);
                return DemoChance.OneIn(4, $"assign {number}") && alert.RoutedTo is null
                    ? (Leader(shop, alert).Id, new AssignAlert(alert.Id, taker.Id))
                    : (taker.Id, new AcknowledgeAlert(alert.Id, shop.Now + Promise(alert)));
            case AlertState.Acknowledged when alert.Assignment is { Confirmed: false } assignment:
                return waited >= Minutes(1, 5, $"confirm {number}") ? (assignment.AssigneeId, new ConfirmAlert(alert.Id)) : null;
            case AlertState.Acknowledged when waited >= Minutes(2, 6, $"come {number}"):
                return (alert.OwnerId!.Value, new StartAlert(alert.Id));
            case AlertState.InProgress when MustStop(shop, alert, waited):
                return (Leader(shop, alert).Id, new StopLine(alert.LineId!.Value, alert.Id, shop.Plan.LineStopped));
            case AlertState.InProgress when canBeResolved && waited >= (isOver ? Minutes(1, 3, number) : Minutes(5, 18, $"repair {number}")):
                var (cause, done) = Remedy(shop, alert);
                return (alert.IsChattering ? Leader(shop, alert).Id : alert.OwnerId!.Value, new ResolveAlert(alert.Id, cause, done));
            default:
                return null;
        }
    }

    private static bool MustStop(DemoShop shop, Alert alert, TimeSpan waited) =>
        alert is { Kind: AlertKind.StockOut, Severity: Severity.Critical, LineStoppedAt: null, LineId: { } line, ConditionHolds: true }
        && waited >= TimeSpan.FromMinutes(1) && !shop.OpenAlerts.Any(a => a.LineId == line && a.LineStoppedAt is not null);

    private static bool IsLeftToVisitor(DemoShop shop, Alert alert) =>
        (IsVisitor(shop, alert.OwnerId) && shop.Now - alert.AcknowledgedAt < Visit)
        || (alert.OwnerId is null && IsVisitor(shop, alert.RaisedById) && shop.Now - alert.RecordedAt < LeftToVisitors);

    private static bool IsVisitor(DemoShop shop, Guid? personId) => personId is { } id && shop.People.Person(id) is { UserName: not null } or { Kind: PersonKind.Program };

    private static TimeSpan Hesitation(Alert alert)
    {
        var name = $"take {alert.Number}";
        var isForgotten = DemoChance.OneIn(6, $"forgotten {alert.Number}");
        return alert.Severity switch
        {
            Severity.Critical => Minutes(1, 4, name) + TimeSpan.FromMinutes(isForgotten ? 8 : 0),
            Severity.Major => Minutes(2, 8, name) + TimeSpan.FromMinutes(isForgotten ? 25 : 0),
            Severity.Minor => Minutes(6, 25, name) + TimeSpan.FromMinutes(isForgotten ? 30 : 0),
            _ => Minutes(45, 75, name),
        };
    }

    /// <summary>When it should be over; what waits for a count or a lorry takes hours.</summary>
    private static TimeSpan Promise(Alert alert) => alert.Kind switch
    {
        AlertKind.InformationSystem => TimeSpan.FromHours(20),
        AlertKind.LateDelivery => TimeSpan.FromHours(10),
        _ => Minutes(20, 45, $"promise {alert.Number}"),
    };

    private static Person Taker(DemoShop shop, Alert alert)
    {
        var staff = alert.RoutedTo is { } service ? shop.Staff(Role.Support, service) : [];
        return DemoChance.Of(staff.Count > 0 ? staff : [.. shop.Staff(Role.Pilot), .. shop.Staff(Role.Agent)], $"taker {alert.Number}");
    }

    private static Person Leader(DemoShop shop, Alert alert) =>
        DemoChance.OneIn(5, $"leader {alert.Number}") ? shop.Staff(Role.Manager)[0] : shop.Staff(Role.TeamLeader, areaId: alert.AreaId)[0];

    private static (string Cause, string Done) Remedy(DemoShop shop, Alert alert)
    {
        if (shop.Plan.Incidents.FirstOrDefault(i => i.Says == alert.Description) is { } incident)
        {
            return (incident.Cause, incident.Done);
        }

        var remedy = shop.Plan.RemediesOfKinds.FirstOrDefault(r => r.Kind == alert.Kind) ?? DemoChance.Of(shop.Plan.Remedies, alert.Number);
        return (remedy.Cause, remedy.Done);
    }

    private static async Task Report(DemoShop shop, DateTimeOffset since, CancellationToken cancellationToken)
    {
        foreach (var turn in DemoStories.Troubles(since, shop.Now))
        {
            var incident = shop.Plan.Incidents[(int)(turn % shop.Plan.Incidents.Count)];
            var place = shop.Place(incident.Place);
            var stations = shop.People.Places.Where(p => p.LineId == place.Id && p.Kind == PlaceKind.Station).ToList();
            var where = stations.Count > 0 ? DemoChance.Of(stations, $"where {turn}") : place;
            var who = DemoChance.Of(shop.Staff(Role.Operator, areaId: where.AreaId), $"who {turn}");
            await shop.Do(who.Id, new RaiseAlert(incident.Kind, where.Id, Severity: incident.Severity, Description: incident.Says), cancellationToken);
        }
    }

    private static TimeSpan Minutes(int least, int most, string name) => TimeSpan.FromMinutes(DemoChance.Between(least, most, name));
}
