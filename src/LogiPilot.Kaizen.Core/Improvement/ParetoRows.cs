using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Improvement;

/// <summary>
/// Counts the rows of a Pareto among alerts, over the days asked: nobody writes them by hand. A row is labelled by a code (kind, cause: the
/// screen has their words) or a name (place, product); what is not said is left out.
/// </summary>
public sealed class ParetoRows(IAlertReader alerts, AlertsOnKeys onKeys, ISupplyReader supply, IDirectory directory)
{
    /// <summary>Among a dysfunction's own alerts.</summary>
    public async Task<Outcome<JsonElement>> Fill(Dysfunction about, JsonElement value, CancellationToken cancellationToken) =>
        about.AlertIds.Count == 0
            ? Refusal.Invalid("kind", "paretoNeedsAlerts")
            : await Count(about.PlantId, await alerts.ById(about.AlertIds, cancellationToken), value, cancellationToken);

    /// <summary>Among the alerts on a plan's keys.</summary>
    public async Task<JsonElement> Fill(ActionPlan plan, JsonElement value, CancellationToken cancellationToken)
    {
        var asked = ParetoValue.Of(value)!;
        var zone = (await directory.Current(cancellationToken)).Calendar(plan.PlantId, null).Zone;
        // A day more on each side: which day it was is told below.
        var from = LocalTime.Instant(asked.From.AddDays(-1).ToDateTime(default), zone);
        var to = LocalTime.Instant(asked.To.AddDays(2).ToDateTime(default), zone);
        return await Count(plan.PlantId, await onKeys.Raised(plan.PlantId, plan.Keys, from, to, cancellationToken), value, cancellationToken);
    }

    private async Task<JsonElement> Count(Guid plantId, IReadOnlyList<Alert> among, JsonElement value, CancellationToken cancellationToken)
    {
        var asked = ParetoValue.Of(value)!;
        var people = await directory.Current(cancellationToken);
        var zone = people.Calendar(plantId, null).Zone;
        var counted = among.Where(a => Day(a) >= asked.From && Day(a) <= asked.To).ToList();
        var products = asked.GroupBy == ParetoGroup.Product
            ? await supply.ProductsById([.. counted.Select(a => a.ProductId).OfType<Guid>().Distinct()], cancellationToken)
            : new Dictionary<Guid, Product>();
        var rows = counted.Select(Label).OfType<string>().GroupBy(l => l, StringComparer.Ordinal)
            .Select(g => new { label = g.Key, count = g.Count() })
            .OrderByDescending(r => r.count).ThenBy(r => r.label, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(new
        {
            groupBy = JsonNamingPolicy.SnakeCaseUpper.ConvertName(asked.GroupBy.ToString()), from = asked.From, to = asked.To, rows,
        });

        DateOnly Day(Alert alert) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(alert.RaisedAt, zone).DateTime);

        string? Label(Alert alert) => asked.GroupBy switch
        {
            ParetoGroup.Kind => JsonNamingPolicy.SnakeCaseUpper.ConvertName(alert.Kind.ToString()),
            ParetoGroup.Cause => alert.CauseCode,
            ParetoGroup.Place => people.Name(alert.PlaceId)?.Name,
            _ => alert.ProductId is { } id && products.GetValueOrDefault(id) is { } product ? $"{product.Code} {product.Name}" : null,
        };
    }
}
