namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// Takes supplier order lines. What is outstanding and was due before the extract's instant is late; an order whose late
/// products changed says so once.
/// </summary>
internal static class TakeExtractDeliveries
{
    public static async Task Take(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Extract.Deliveries is not { } rows)
        {
            return;
        }

        if (await intake.IsSame(Dataset.Deliveries, rows.Select(r => r.At), rows, holdsAt: true, cancellationToken))
        {
            intake.Count(Dataset.Deliveries, rows.Count, 0, 0);
            return;
        }

        var deliveries = (await intake.Supply.AllDeliveries(intake.Plant.Id, cancellationToken))
            .ToDictionary(d => (d.OrderNumber, d.LineNumber));
        var wasLate = LateProducts(deliveries.Values);
        var (made, changed) = (0, 0);
        var seen = new Dictionary<(string, string), RowAt>();
        foreach (var row in rows)
        {
            var supplier = intake.SupplierOf(row.At, "supplier", row.Supplier);
            var product = intake.ProductOf(row.At, "product", row.Product);
            if (supplier is null || product is null
                || intake.IsRepeated(seen, (row.Order, row.Line), row.At, "line", $"{row.Order} / {row.Line}"))
            {
                continue;
            }

            var isKnown = deliveries.TryGetValue((row.Order, row.Line), out var delivery);
            delivery ??= Delivery.Create(intake.NewId(), intake.Plant.Id, row.Order, row.Line);
            var facts = new DeliveryFacts(
                supplier.Id, product.Id, row.Ordered, row.Received, row.Rejected, row.Stocked, row.DueAt, row.ShippedAt,
                row.ReceivedAt, row.State == OrderLineState.Complete, row.State == OrderLineState.Cancelled);
            if (!delivery.Revise(facts, SeenFrom(delivery, row, intake.AsOf)))
            {
                continue;
            }

            intake.MovedProductIds.Add(product.Id);
            if (isKnown)
            {
                intake.Supply.Save(delivery);
                changed++;
            }
            else
            {
                intake.Supply.Add(delivery);
                deliveries[(row.Order, row.Line)] = delivery;
                made++;
            }
        }

        intake.Count(Dataset.Deliveries, rows.Count, made, changed);
        TellLateness(intake, wasLate, deliveries.Values);
    }

    /// <summary>An older extract does not make punctual again what the clock has found late since.</summary>
    private static DateTimeOffset SeenFrom(Delivery delivery, DeliveryRow row, DateTimeOffset asOf) =>
        delivery.State == DeliveryState.Late && delivery.DueAt == row.DueAt && asOf <= row.DueAt ? row.DueAt.AddMicroseconds(1) : asOf;

    private static Dictionary<string, HashSet<Guid>> LateProducts(IEnumerable<Delivery> deliveries) =>
        deliveries.Where(d => d.State == DeliveryState.Late).GroupBy(d => d.OrderNumber, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(d => d.ProductId).ToHashSet(), StringComparer.Ordinal);

    private static void TellLateness(
        TakeExtractIntake intake, Dictionary<string, HashSet<Guid>> was, IReadOnlyCollection<Delivery> deliveries)
    {
        var now = LateProducts(deliveries);
        var turned = was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(o => !(was.TryGetValue(o, out var before) && now.TryGetValue(o, out var after) && before.SetEquals(after)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var order in deliveries.Where(d => turned.Contains(d.OrderNumber)).GroupBy(d => d.OrderNumber, StringComparer.Ordinal))
        {
            intake.Events.Raise(SupplierOrderLateness.Of([.. order]));
        }
    }
}
