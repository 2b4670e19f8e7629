using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <summary>Alerts, with the plant and key in one short column, so that what is the same problem is found in one step.</summary>
internal sealed class AlertMapping : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("alerts").HasKey(a => a.Id);
        builder.Ignore(a => a.NewEntries);
        builder.Ignore(a => a.Key);
        builder.Property(a => a.Assignment).HasConversion<JsonColumn<Assignment>>();
        builder.Computed("ProblemKey", a => TextOf(a.PlantId, a.Key)).IsRequired();
        builder.Computed("SeverityRank", a => (int)a.Severity);
        builder.Computed("Searched", a => Columns.Fold(a.Number + " " + a.Description)).IsRequired();
    }

    /// <summary>128 bits of the key: shorter than its parts, which stand in columns of their own.</summary>
    public static string TextOf(Guid plantId, AlertKey key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{plantId}|{key.Family}|{key.PlaceId}|{key.ProductId}|{key.SupplierOrder}"))), 0, 16);
}

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder) => builder.ToTable("timeline_entries").HasKey(e => e.Id);
}
