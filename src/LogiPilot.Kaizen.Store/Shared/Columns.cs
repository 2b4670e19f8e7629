using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>
/// How values stand in columns, the same on every database: instants as microseconds UTC, quantities as thousandths, enums as
/// SCREAMING_SNAKE text, days as <c>yyyy-MM-dd</c>, lists and records as JSON, searched text folded.
/// </summary>
public static class Columns
{
    /// <summary>JSON as it stands in columns and in the change log: camelCase names, enums as the API spells them.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>Rounded down, so that what was stored never lies after what happened.</summary>
    public static long FromInstant(DateTimeOffset instant) =>
        (long)Math.Floor((instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / (decimal)TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset ToInstant(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <exception cref="OverflowException">More than nine million million million thousandths.</exception>
    public static long FromQuantity(decimal quantity) =>
        decimal.ToInt64(decimal.Round(quantity * 1000m, MidpointRounding.AwayFromZero));

    public static decimal ToQuantity(long thousandths) => thousandths / 1000m;

    public static string FromId(Guid id) => id.ToString("D").ToUpperInvariant();

    /// <summary>A JSON array, for <c>IN (SELECT value FROM json_each(@ids))</c>: one statement whatever their number.</summary>
    public static string FromIds(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(FromId));

    public static string FromDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly ToDay(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Lower case without accents: what a search compares.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            _ = letter switch
            {
                'œ' => folded.Append("oe"),
                'æ' => folded.Append("ae"),
                'ß' => folded.Append("ss"),
                _ when CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark => folded,
                _ => folded.Append(letter),
            };
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Between a property's type and its column's; null when they are one.</summary>
    public static ValueConverter? ConverterOf(Type type) =>
        type == typeof(DateTimeOffset) ? new InstantColumn()
        : type == typeof(decimal) ? new QuantityColumn()
        : type == typeof(DateOnly) ? new DayColumn()
        : type == typeof(Guid) || type == typeof(string) || type.IsPrimitive ? null
        : (ValueConverter)Activator.CreateInstance((type.IsEnum ? typeof(EnumColumn<>) : typeof(JsonColumn<>)).MakeGenericType(type))!;

    /// <summary>A parameter's value as its column holds it.</summary>
    public static object From(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => FromInstant(instant),
        decimal quantity => FromQuantity(quantity),
        DateOnly day => FromDay(day),
        Enum named => JsonNamingPolicy.SnakeCaseUpper.ConvertName(named.ToString()),
        _ => value,
    };
}

internal sealed class InstantColumn() : ValueConverter<DateTimeOffset, long>(v => Columns.FromInstant(v), v => Columns.ToInstant(v));

internal sealed class QuantityColumn() : ValueConverter<decimal, long>(v => Columns.FromQuantity(v), v => Columns.ToQuantity(v));

internal sealed class DayColumn() : ValueConverter<DateOnly, string>(v => Columns.FromDay(v), v => Columns.ToDay(v));

internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
    v => JsonSerializer.Serialize(v, Columns.Json), v => JsonSerializer.Deserialize<T>(v, Columns.Json)!);

internal sealed class EnumColumn<T>() : ValueConverter<T, string>(v => Texts[v], v => Values[v])
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Texts =
        Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()));

    private static readonly Dictionary<string, T> Values = Texts.ToDictionary(t => t.Value, t => t.Key, StringComparer.Ordinal);
}
