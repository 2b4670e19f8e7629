using System.Globalization;

namespace LogiPilot.GraphQL.Types;

internal static class BuiltInScalars
{
    public static readonly StringScalar String = new()
    {
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.",
    };

    public static readonly BooleanScalar Boolean = new() { Description = "The `Boolean` scalar type represents `true` or `false`." };

    public static IEnumerable<ScalarType> All() =>
        [new IntScalar { Description = "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1." },
         new FloatScalar { Description = "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point)." },
         String, Boolean,
         new IdScalar { Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID." },
         new LongScalar(), new DecimalScalar(),
         new UuidScalar(), new DateTimeScalar(), new DateScalar(), new AnyScalar()];

    public static bool IsSpecified(string name) => name is "Int" or "Float" or "String" or "Boolean" or "ID";
}

[GraphQLDescription("The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.")]
internal sealed class IntScalar() : ScalarType<int>("Int")
{
    public override int Read(ScalarInput input)
    {
        var number = WholeNumber.Read(input, "Int cannot represent non-integer value");
        return number >= int.MinValue && number <= int.MaxValue
            ? (int)number
            : throw input.Refused("Int cannot represent non 32-bit signed integer value");
    }

    public override void Write(ResponseBuffer buffer, int value) => buffer.WriteNumber(value);
}

internal sealed class LongScalar() : ScalarType<long>("Long")
{
    public override long Read(ScalarInput input)
    {
        var number = WholeNumber.Read(input, "Long cannot represent non-integer value");
        return number >= long.MinValue && number <= long.MaxValue
            ? (long)number
            : throw input.Refused("Long cannot represent non 64-bit signed integer value");
    }

    public override void Write(ResponseBuffer buffer, long value) => buffer.WriteNumber(value);
}

internal static class WholeNumber
{
    public static Int128 Read(ScalarInput input, string refusal)
    {
        if (input.Kind == ScalarInputKind.Integer)
            return Int128.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : Int128.MaxValue;
        // A variable's 1.0 is JSON for the whole number 1; a literal's is a Float.
        if (input.Kind == ScalarInputKind.Float && !input.IsLiteral
            && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsInteger(number))
            return Math.Abs(number) < 1e30 ? (Int128)number : Int128.MaxValue;
        throw input.Refused(refusal);
    }
}

[GraphQLDescription("The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).")]
internal sealed class FloatScalar() : ScalarType<double>("Float")
{
    public override double Read(ScalarInput input) =>
        input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float
        && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw input.Refused("Float cannot represent non numeric value");

    public override void Write(ResponseBuffer buffer, double value)
    {
        if (!double.IsFinite(value))
            throw new InvalidOperationException($"Float cannot represent non numeric value: {value}");
        buffer.WriteNumber(value);
    }
}

internal sealed class DecimalScalar() : ScalarType<decimal>("Decimal")
{
    public override decimal Read(ScalarInput input) =>
        input.Kind is ScalarInputKind.Integer or ScalarInputKind.Float
        && decimal.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw input.Refused("Decimal cannot represent non numeric value");

    public override void Write(ResponseBuffer buffer, decimal value) => buffer.WriteNumber(value);
}

[GraphQLDescription("The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.")]
internal sealed class StringScalar() : ScalarType<string>("String")
{
    public override string Read(ScalarInput input) =>
        input.Kind == ScalarInputKind.String ? input.Text : throw input.Refused("String cannot represent a non string value");

    public override void Write(ResponseBuffer buffer, string value) => buffer.WriteString(value);
}

[GraphQLDescription("The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.")]
internal sealed class IdScalar() : ScalarType<GraphId>("ID")
{
    public override GraphId Read(ScalarInput input) => input.Kind switch
    {
        ScalarInputKind.String or ScalarInputKind.Integer => new(input.Text),
        ScalarInputKind.Float when !input.IsLiteral => new(WholeNumber.Read(input, "ID cannot represent value").ToString(CultureInfo.InvariantCulture)),
        _ => throw input.Refused(input.IsLiteral ? "ID cannot represent a non-string and non-integer value" : "ID cannot represent value"),
    };

    public override void Write(ResponseBuffer buffer, GraphId value) => buffer.WriteString(value.Value);
}

[GraphQLDescription("The `Boolean` scalar type represents `true` or `false`.")]
internal sealed class BooleanScalar() : ScalarType<bool>("Boolean")
{
    public override bool Read(ScalarInput input) =>
        input.Kind == ScalarInputKind.Boolean ? input.Text == "true" : throw input.Refused("Boolean cannot represent a non boolean value");

    public override void Write(ResponseBuffer buffer, bool value) => buffer.WriteBoolean(value);
}

internal sealed class UuidScalar() : ScalarType<Guid>("UUID")
{
    public override string SpecifiedBy => "https://tools.ietf.org/html/rfc4122";

    public override Guid Read(ScalarInput input) =>
        input.Kind == ScalarInputKind.String && (Guid.TryParseExact(input.Text, "D", out var id) || Guid.TryParseExact(input.Text, "N", out id))
            ? id
            : throw input.Refused("UUID cannot represent the value");

    public override void Write(ResponseBuffer buffer, Guid value) => buffer.WriteGuid(value);
}

internal sealed class DateTimeScalar() : ScalarType<DateTimeOffset>("DateTime")
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public override string SpecifiedBy => "https://www.graphql-scalars.com/date-time";

    public override DateTimeOffset Read(ScalarInput input)
    {
        var text = input.Text;
        var hasOffset = text.Length > 19 && (text[^1] is 'Z' or 'z' || text.AsSpan(19).IndexOfAny('+', '-') >= 0);
        if (input.Kind == ScalarInputKind.String && hasOffset
            && DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return instant.ToUniversalTime();
        throw input.Refused("DateTime cannot represent a value that is not an RFC 3339 date-time with offset");
    }

    public override void Write(ResponseBuffer buffer, DateTimeOffset value) => buffer.WriteInstant(value);

    public override Language.ValueNode ToLiteral(object value) =>
        new Language.StringValueNode(((DateTimeOffset)value).UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}

internal sealed class DateScalar() : ScalarType<DateOnly>("Date")
{
    public override string SpecifiedBy => "https://www.graphql-scalars.com/date";

    public override DateOnly Read(ScalarInput input) =>
        input.Kind == ScalarInputKind.String
        && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw input.Refused("Date cannot represent a value that is not a date such as 2026-12-31");

    public override void Write(ResponseBuffer buffer, DateOnly value) =>
        buffer.WriteString(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
