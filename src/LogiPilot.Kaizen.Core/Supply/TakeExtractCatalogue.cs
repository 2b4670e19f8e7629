using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Takes what all plants share: products, suppliers, who supplies what, and what an assembly needs.</summary>
internal static class TakeExtractCatalogue
{
    private const string DefaultUnit = "pcs";

    public static void TakeProducts(TakeExtractIntake intake)
    {
        if (intake.Extract.Products is not { } rows)
        {
            return;
        }

        var (made, changed) = (0, 0);
        var seen = new Dictionary<string, RowAt>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(r => !intake.IsRepeated(seen, r.Code, r.At, "code", r.Code)))
        {
            if (!intake.Products.TryGetValue(row.Code, out var product))
            {
                product = Product.Create(intake.NewId(), row.Code, row.Name ?? row.Code, row.Unit ?? DefaultUnit);
                intake.Products[row.Code] = product;
                intake.Supply.Add(product);
                made++;
            }
            else if (product.Revise(row.Name ?? product.Name, row.Unit ?? product.Unit))
            {
                intake.Supply.Save(product);
                changed++;
            }
        }

        intake.Count(Dataset.Products, rows.Count, made, changed);
    }

    public static void TakeSuppliers(TakeExtractIntake intake)
    {
        if (intake.Extract.Suppliers is not { } rows)
        {
            return;
        }

        var (made, changed) = (0, 0);
        var seen = new Dictionary<string, RowAt>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(r => !intake.IsRepeated(seen, r.Code, r.At, "code", r.Code)))
        {
            if (!intake.Suppliers.TryGetValue(row.Code, out var supplier))
            {
                supplier = Supplier.Create(intake.NewId(), row.Code, row.Name ?? row.Code, row.IsActive);
                intake.Suppliers[row.Code] = supplier;
                intake.Supply.Add(supplier);
                made++;
            }
            else if (supplier.Revise(row.Name ?? supplier.Name, row.IsActive))
            {
                intake.Supply.Save(supplier);
                changed++;
            }
        }

        foreach (var gone in Gone(intake, Dataset.Suppliers, intake.Suppliers.Values.Where(s => s.IsActive && !seen.ContainsKey(s.Code))))
        {
            gone.Revise(gone.Name, isActive: false);
            intake.Supply.Save(gone);
            changed++;
        }

        intake.Count(Dataset.Suppliers, rows.Count, made, changed);
    }

    public static async Task TakeSources(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Extract.Sources is not { } rows)
        {
            return;
        }

        var (made, changed) = (0, 0);
        var known = (await intake.Supply.Sources(cancellationToken)).ToDictionary(s => (s.ProductId, s.SupplierId));
        var seen = new Dictionary<(Guid, Guid), RowAt>();
        foreach (var row in rows)
        {
            var product = intake.ProductOf(row.At, "product", row.Product);
            var supplier = intake.SupplierOf(row.At, "supplier", row.Supplier);
            if (product is null || supplier is null
                || intake.IsRepeated(seen, (product.Id, supplier.Id), row.At, "product", $"{row.Product} / {row.Supplier}"))
            {
                continue;
            }

            var present = known.GetValueOrDefault((product.Id, supplier.Id));
            var source = new Source(present?.Id ?? intake.NewId(), product.Id, supplier.Id, row.LeadTimeDays, row.IsActive);
            if (source != present)
            {
                intake.Supply.Put(source);
                intake.MovedProductIds.Add(product.Id);
                (made, changed) = present is null ? (made + 1, changed) : (made, changed + 1);
            }
        }

        foreach (var gone in Gone(intake, Dataset.Sources, known.Where(k => k.Value.IsActive && !seen.ContainsKey(k.Key))))
        {
            intake.Supply.Put(gone.Value with { IsActive = false });
            changed++;
        }

        intake.Count(Dataset.Sources, rows.Count, made, changed);
    }

    public static async Task TakeBoms(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Extract.Boms is not { } rows)
        {
            return;
        }

        var (made, changed) = (0, 0);
        var known = (await intake.Supply.BillLines(cancellationToken)).ToDictionary(KeyOf);
        var seen = new Dictionary<(Guid, Guid, string?, DateOnly?), RowAt>();
        var foreign = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var assembly = intake.ProductOf(row.At, "assembly", row.Assembly);
            var component = intake.ProductOf(row.At, "component", row.Component);
            if (assembly is null || component is null || (row.Station is not null && intake.StationOf(row.At, row.Station) is null))
            {
                continue;
            }

            var unit = row.Unit ?? component.Unit;
            var line = new BillLine(
                Guid.Empty, assembly.Id, component.Id, row.Station, row.Quantity, unit, row.ValidFrom, row.ValidTo);
            if (intake.IsRepeated(seen, KeyOf(line), row.At, "component", $"{row.Assembly} / {row.Component}"))
            {
                continue;
            }

            if (!string.Equals(unit, component.Unit, StringComparison.OrdinalIgnoreCase))
            {
                foreign[unit] = foreign.GetValueOrDefault(unit) + 1;
            }

            var present = known.GetValueOrDefault(KeyOf(line));
            line = line with { Id = present?.Id ?? intake.NewId() };
            if (line != present)
            {
                intake.Supply.Put(line);
                (made, changed) = present is null ? (made + 1, changed) : (made, changed + 1);
            }
        }

        foreach (var gone in Gone(intake, Dataset.Boms, known.Where(k => !seen.ContainsKey(k.Key))))
        {
            intake.Supply.Remove(gone.Value);
            changed++;
        }

        intake.Count(Dataset.Boms, rows.Count, made, changed);
        foreach (var (unit, count) in foreign)
        {
            intake.Warnings.Add(Refusal.Invalid("unit", "import.unitNotConverted", ("unit", unit), ("count", count)));
        }
    }

    private static (Guid, Guid, string?, DateOnly?) KeyOf(BillLine line) =>
        (line.AssemblyId, line.ComponentId, line.StationCode, line.ValidFrom);

    private static List<T> Gone<T>(TakeExtractIntake intake, Dataset dataset, IEnumerable<T> absent) =>
        intake.Extract.Complete.Contains(dataset) ? [.. absent] : [];
}
