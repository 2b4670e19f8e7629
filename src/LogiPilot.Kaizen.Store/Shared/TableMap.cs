using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>One column: a property of the type, or computed from it (<see cref="From"/>) whenever a row is written.</summary>
public sealed record Column(string Name, Type Type, bool IsNullable, PropertyInfo? Property, LambdaExpression? From)
{
    /// <summary>Between the property's value and the column's; null when they are one.</summary>
    public ValueConverter? Converter { get; } = Columns.ConverterOf(Nullable.GetUnderlyingType(Type) ?? Type);
}

/// <summary>
/// How a type stands in a table: each property that can be set, privately too, is a column, named in snake_case; more may be
/// computed from the type. Rows are written and read by it (<see cref="Table{T}"/>), and EF Core's model is made of it.
/// </summary>
public abstract class TableMap(Type type, string name, string[] keys)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly List<Column> _columns =
    [
        .. type.GetProperties().Where(p => p.SetMethod is not null)
            .Select(p => new Column(Named(p.Name), p.PropertyType, IsNullable(p), p, null)),
    ];

    public Type Type => type;

    public string Name => name;

    /// <summary>Names of the properties that are the key.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>Columns with a property first.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    protected static string Named(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    protected void Add(Column column) => _columns.Add(column);

    private static bool IsNullable(PropertyInfo property)
    {
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    }
}

/// <inheritdoc cref="TableMap"/>
public sealed class TableMap<T>(string name, params string[] keys) : TableMap(typeof(T), name, keys.Length == 0 ? ["Id"] : keys)
    where T : class
{
    public TableMap<T> Computed<TColumn>(string column, Expression<Func<T, TColumn>> from, bool isNullable = false)
    {
        Add(new(Named(column), typeof(TColumn), isNullable, null, from));
        return this;
    }
}

/// <summary>Every table of the store, room by room.</summary>
internal static class StoreTables
{
    public static IReadOnlyList<TableMap> All { get; } =
    [
        new TableMap<Core.Shared.Change>("change_log", nameof(Core.Shared.Change.Sequence)),
        new TableMap<Core.Shared.Attachment>("attachments"),
        .. Organisation.OrganisationTables.Maps, .. Supply.SupplyTables.Maps, .. Alerts.AlertTables.Maps,
        .. Improvement.Dysfunctions.DysfunctionTables.Maps,
        .. Improvement.Actions.ActionTables.Maps,
        .. Improvement.Plans.PlanTables.Maps, .. Improvement.Indicators.IndicatorTables.Maps,
        .. Improvement.Participations.Maps, .. Notifications.NoticeTables.Maps, .. Reporting.EvidenceTables.Maps,
    ];
}
