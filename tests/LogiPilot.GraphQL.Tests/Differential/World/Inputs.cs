using System.Globalization;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.World;

public readonly record struct Even(int Value);

/// <summary>A scalar of the tests' own.</summary>
public sealed class EvenScalar() : ScalarType<Even>("Even")
{
    public override Even Read(ScalarInput input) =>
        input.Kind == ScalarInputKind.Integer && int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number % 2 == 0
            ? new(number)
            : throw input.Refused("Even cannot represent the value");

    public override void Write(ResponseBuffer buffer, Even value) => buffer.WriteNumber(value.Value);
}

[GraphQLDescription("What to look for.")]
public sealed record Filter(
    string? Text,
    int? Min,
    Color? Color,
    IReadOnlyList<int>? Numbers,
    Filter? Not,
    IReadOnlyList<Filter?>? Any,
    Key? Key,
    Optional<string> MaybeNote,
    int Max = 10,
    string Sort = "name",
    bool? Exact = true,
    Color Tint = World.Color.Blue);

public sealed record Nested(int Depth, string Name, Nested? Inner, IReadOnlyList<IReadOnlyList<int?>>? Rows, double? Ratio = 0.5);

[OneOf]
public sealed record Key(GraphId? Id, string? Text, Nested? Nested, IReadOnlyList<int>? Numbers);

/// <summary>Prints what a resolver got, so that coerced arguments can be compared.</summary>
internal static class Echo
{
    public static string Of(params object?[] values) => $"[{string.Join(",", values.Select(Print))}]";

    private static string Print(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        GraphId id => $"\"{id}\"",
        bool truth => truth ? "true" : "false",
        double number => Number(number),
        decimal number => Number((double)number),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        Even even => Print(even.Value),
        Color color => color == World.Color.DarkGreen ? "DARK_GREEN" : color.ToString().ToUpperInvariant(),
        Guid id => id.ToString("D"),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Optional<string> maybe => maybe.HasValue ? Print(maybe.Value) : "absent",
        Optional<int?> maybe => maybe.HasValue ? Print(maybe.Value) : "absent",
        Optional<Filter> maybe => maybe.HasValue ? Print(maybe.Value) : "absent",
        Filter f => $"{{{Of(f.Text, f.Min, f.Color, f.Numbers, f.Not, f.Any, f.Key, f.MaybeNote, f.Max, f.Sort, f.Exact, f.Tint)}}}",
        Nested n => $"{{{Of(n.Depth, n.Name, n.Inner, n.Rows, n.Ratio)}}}",
        Key k => $"{{{Of(k.Id, k.Text, k.Nested, k.Numbers)}}}",
        System.Collections.IEnumerable items => Of([.. items.Cast<object?>()]),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    // The two languages write exponents differently, so the bits are compared.
    private static string Number(double number) => Math.Abs(number) < 1e15 && double.IsInteger(number)
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);
}
