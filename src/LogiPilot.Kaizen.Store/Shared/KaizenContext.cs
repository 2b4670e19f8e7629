using System.Linq.Expressions;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>
/// The one mapping between Core's aggregates and the tables. It is the model that <see cref="Table{T}"/> reads its columns from
/// and that migrations are written from; nothing is tracked or saved through it.
/// </summary>
public sealed class KaizenContext(DbContextOptions<KaizenContext> options) : DbContext(options)
{
    /// <summary>Annotation of a column that Core does not know: the expression that computes it from the aggregate.</summary>
    internal const string ComputedFrom = "Kaizen:ComputedFrom";

    /// <summary>A context that never opens a connection: for the model and its creation script.</summary>
    public static KaizenContext Offline() =>
        new(new DbContextOptionsBuilder<KaizenContext>()
            .UseSqlite("Data Source=:memory:")
            .ConfigureWarnings(w => w.Ignore(CoreEventId.CollectionWithoutComparer))
            .Options);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();
        configurationBuilder.Properties<decimal>().HaveConversion<QuantityColumn>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayColumn>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(KaizenContext).Assembly, t => t.Name.EndsWith("Mapping", StringComparison.Ordinal));
        modelBuilder.Entity<Change>(change =>
        {
            change.ToTable("change_log").HasKey(c => c.Sequence);
            change.Property(c => c.Sequence).ValueGeneratedNever();
        });
        ModelNames.Apply(modelBuilder.Model);
    }
}

/// <summary>Column names in snake_case and enums as text, for every table of the store.</summary>
internal static class ModelNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                property.SetValueConverter(
                    (ValueConverter)Activator.CreateInstance(typeof(EnumColumn<>).MakeGenericType(type))!);
            }
        }
    }

    /// <summary>Adds a column that is computed from the aggregate whenever it is written.</summary>
    public static PropertyBuilder<TColumn> Computed<T, TColumn>(
        this EntityTypeBuilder<T> entity, string name, Expression<Func<T, TColumn>> from)
        where T : class
    {
        var property = entity.Property<TColumn>(name);
        property.Metadata.SetAnnotation(KaizenContext.ComputedFrom, from);
        return property;
    }
}
