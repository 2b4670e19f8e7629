using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LogiPilot.Kaizen.Store.Supply;

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("products").HasKey(p => p.Id);
        builder.Computed("Searched", p => Columns.Fold(p.Code + " " + p.Name)).IsRequired();
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class SupplyPointMapping : IEntityTypeConfiguration<SupplyPoint>
{
    /// <summary>Worst first, as a line shows the worst of its points.</summary>
    private static readonly SupplyStatus[] FromWorst =
        [SupplyStatus.StockOut, SupplyStatus.Critical, SupplyStatus.Low, SupplyStatus.Unknown, SupplyStatus.Excess, SupplyStatus.Ok];

    public void Configure(EntityTypeBuilder<SupplyPoint> builder)
    {
        builder.ToTable("supply_points").HasKey(p => p.Id);
        builder.Computed("StatusRank", p => RankOf(p.Status));
        builder.HasIndex(p => new { p.PlantId, p.ProductId });
        builder.HasIndex(p => p.ReassessAt);
    }

    public static int RankOf(SupplyStatus status) => Array.IndexOf(FromWorst, status);
}

internal sealed class MovementMapping : IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Movement> builder)
    {
        builder.ToTable("movements").HasKey(m => m.Id);
        builder.HasIndex(m => new { m.PlantId, m.ProductId, m.OccurredAt });
        builder.HasIndex(m => new { m.PlantId, m.OccurredAt });
    }
}

internal sealed class BalanceMapping : IEntityTypeConfiguration<Balance>
{
    public void Configure(EntityTypeBuilder<Balance> builder) =>
        builder.ToTable("balances").HasKey(b => new { b.PlantId, b.ProductId, b.PlaceId, b.Lot });
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries").HasKey(d => d.Id);
        builder.Computed("Searched", d => Columns.Fold(d.OrderNumber + " " + d.LineNumber)).IsRequired();
        builder.HasIndex(d => new { d.PlantId, d.OrderNumber, d.LineNumber }).IsUnique();
        builder.HasIndex(d => new { d.PlantId, d.ProductId });
        builder.HasIndex(d => new { d.State, d.DueAt });
    }
}

internal sealed class SupplierMapping : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.ToTable("suppliers").HasKey(s => s.Id);
        builder.Computed("Searched", s => Columns.Fold(s.Code + " " + s.Name)).IsRequired();
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources").HasKey(s => s.Id);
        builder.HasIndex(s => s.ProductId);
    }
}

internal sealed class BillLineMapping : IEntityTypeConfiguration<BillLine>
{
    public void Configure(EntityTypeBuilder<BillLine> builder) => builder.ToTable("bill_lines").HasKey(b => b.Id);
}
