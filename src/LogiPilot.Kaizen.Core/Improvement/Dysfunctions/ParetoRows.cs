using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// Counts the rows of a Pareto among a dysfunction's own alerts, over the days asked: nobody writes them by hand. A row is labelled by a
/// code (kind, cause: the screen has their words) or a name (place, product); what is not said is left out.
/// </summary>
public sealed class ParetoRows(IAlertReader alerts, ISupplyReader supply, IDirectory directory)
{
    public async Task<Outcome<JsonElement>> Fill(Dysfunction about, JsonElement value, CancellationToken cancellationToken)
    {
        if (about.AlertIds.Count == 0)
        {
            return Refusal.Invalid("kind", "paretoNeedsAlerts");
        }

        var asked = ParetoValue.Of(value)!;
        var people = await directory.Current(cancellationToken);
        var zone = people.Calendar(about.PlantId, null).Zone;
        var counted = (await alerts.ById(about.AlertIds, cancellationToken)).Where(a => Day(a) >= asked.From && Day(a) <= asked.To).ToList();
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
