using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// Supplier orders of the demo plant: each supplier has one order under way. When its lorry comes, mostly in time, what it brings is
/// booked, and the next order says what will be short; the order book comes as an extract, as from any ERP.
/// </summary>
internal static class DemoDeliveries
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);
    private const int OrdersFromDays = 9;

    public static async Task Step(DemoShop shop, IServiceProvider services, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (since < shop.Now && !DemoStories.Turns(since, shop.Now, BetweenLooks).Any())
        {
            return;
        }

        await using var scope = services.Acting(Actor.System);
        var supply = scope.ServiceProvider.GetRequiredService<ISupplyReader>();
        var page = await supply.Deliveries(
            [shop.Plant.Id], new DeliveryFilter(States: [DeliveryState.Expected, DeliveryState.Late]), new PageRequest(1000, null, null, null, false),
            cancellationToken);
        var suppliers = await supply.SuppliersById([.. page.Items.Select(i => i.Item.SupplierId).Distinct()], cancellationToken);
        var products = await supply.ProductsById([.. page.Items.Select(i => i.Item.ProductId).Distinct()], cancellationToken);
        var rows = new List<DeliveryRow>();
        var underWay = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in page.Items.Select(i => i.Item).GroupBy(d => d.OrderNumber, StringComparer.Ordinal))
        {
            var supplier = suppliers[order.First().SupplierId].Code;
            if (shop.Now < ComesAt(order.Key, order.First().DueAt))
            {
                underWay.Add(supplier);
                continue;
            }

            foreach (var line in order)
            {
                var part = shop.Plan.Parts.First(p => p.Code == products[line.ProductId].Code);
                rows.Add(Received(shop, order.Key, supplier, line, part));
                shop.Receive(part, line.Outstanding, order.Key);
            }
        }

        foreach (var supplier in shop.Plan.Suppliers.Where(s => !underWay.Contains(s.Code)))
        {
            rows.AddRange(Order(shop, supplier));
        }

        if (rows.Count > 0)
        {
            var taken = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
                new TakeExtract(new Extract { Deliveries = rows }, shop.Plant.Code, AsOf: shop.Now), cancellationToken);
            if (taken.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"The demo plant's orders were refused: {refusal.Reason} {refusal.Details?[0].Reason}");
            }
        }
    }

    /// <summary>Half an hour early as a rule; one order in seven is some hours late.</summary>
    private static DateTimeOffset ComesAt(string order, DateTimeOffset dueAt) =>
        DemoChance.OneIn(7, $"late {order}") ? dueAt.AddHours(DemoChance.Between(2, 7, order)) : dueAt.AddMinutes(-30);

    private static DeliveryRow Received(DemoShop shop, string order, string supplier, Delivery line, DemoPart part) => new(
        At, order, line.LineNumber, supplier, part.Code, line.Ordered, line.Ordered, Rejected: 0, line.Ordered, line.DueAt,
        shop.Now.AddHours(-20), shop.Now, OrderLineState.Complete);

    private static IEnumerable<DeliveryRow> Order(DemoShop shop, DemoSupplier supplier)
    {
        var number = FormattableString.Invariant($"CF{shop.Now:yyMMddHH}-{supplier.Code}");
        var dueAt = shop.Now.AddMinutes(DemoChance.Between(600, 3600, number));
        var line = 0;
        foreach (var part in shop.Plan.Parts.Where(p => p.Supplier == supplier.Code && shop.Total(p) < OrdersFromDays * p.PerDay))
        {
            var ordered = Math.Ceiling((part.OrdersUpTo - shop.Total(part)) / part.Lot) * part.Lot;
            yield return new(
                At, number, FormattableString.Invariant($"{++line * 10}"), supplier.Code, part.Code, ordered, 0, 0, 0, dueAt, null, null,
                OrderLineState.Open);
        }
    }

    private static RowAt At => new(OrderBook, 0);

    private static readonly ExtractFile OrderBook = new("carnet de commandes", new Dictionary<string, string>(StringComparer.Ordinal));
}
