using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL;

/// <summary>Prints a schema as graphql-js's <c>printSchema</c> does.</summary>
internal static class SchemaPrinter
{
    public static string Print(GraphQLSchema schema)
    {
        var parts = new List<string>();
        if (schema.Description is not null || !HasUsualNames(schema)) parts.Add(SchemaDefinition(schema));
        parts.AddRange(schema.Directives.Where(directive => !DirectiveDefinition.IsSpecified(directive.Name)).Select(Directive));
        parts.AddRange(schema.Types.Where(type => !type.IsIntrospection && !BuiltInScalars.IsSpecified(type.Name)).Select(Type));
        return string.Join("\n\n", parts);
    }

    private static bool HasUsualNames(GraphQLSchema schema) => schema is
    {
        Query.Name: "Query", Mutation: null or { Name: "Mutation" }, Subscription: null or { Name: "Subscription" },
    };

    private static string SchemaDefinition(GraphQLSchema schema)
    {
        var roots = new (string Word, ObjectType? Type)[] { ("query", schema.Query), ("mutation", schema.Mutation), ("subscription", schema.Subscription) };
        var lines = roots.Where(root => root.Type is not null).Select(root => $"  {root.Word}: {root.Type}\n");
        return $"{Description(schema.Description, "", true)}schema {{\n{string.Concat(lines)}}}";
    }

    private static string Directive(DirectiveDefinition directive) =>
        $"{Description(directive.Description, "", true)}directive @{directive.Name}{Arguments(directive.Arguments, "")}" +
        $"{Deprecated(directive.DeprecationReason)}{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    private static string Type(NamedType type) => Description(type.Description, "", true) + type switch
    {
        ScalarType scalar => $"scalar {scalar}{(scalar.SpecifiedBy is { } url ? $" @specifiedBy(url: {SyntaxPrinter.PrintString(url)})" : "")}",
        ObjectType made => $"type {made}{Interfaces(made)}{Fields(made)}",
        InterfaceType made => $"interface {made}{Interfaces(made)}{Fields(made)}",
        UnionType union => $"union {union} = {string.Join(" | ", union.Members)}",
        EnumType values => $"enum {values}{Block(values.Values, (value, first) =>
            $"{Description(value.Description, "  ", first)}  {value.Name}{Deprecated(value.DeprecationReason)}")}",
        InputObjectType input => $"input {input}{(input.IsOneOf ? " @oneOf" : "")}{Block(input.Fields, (field, first) =>
            $"{Description(field.Description, "  ", first)}  {Value(field)}")}",
        _ => throw new InvalidOperationException(type.Name),
    };

    private static string Interfaces(FieldsType type) =>
        type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string Fields(FieldsType type) => Block(type.Fields, (field, first) =>
        $"{Description(field.Description, "  ", first)}  {field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}{Deprecated(field.DeprecationReason)}");

    private static string Block<T>(IReadOnlyList<T> items, Func<T, bool, string> print) =>
        items.Count == 0 ? "" : $" {{\n{string.Join('\n', items.Select((item, i) => print(item, i == 0)))}\n}}";

    private static string Arguments(IReadOnlyList<InputValue> arguments, string indent)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description))) return $"({string.Join(", ", arguments.Select(Value))})";
        var lines = arguments.Select((argument, i) =>
            $"{Description(argument.Description, indent + "  ", i == 0)}  {indent}{Value(argument)}");
        return $"(\n{string.Join('\n', lines)}\n{indent})";
    }

    private static string Value(InputValue value) =>
        $"{value.Name}: {value.Type}{(value.Default is { } literal ? $" = {literal}" : "")}{Deprecated(value.DeprecationReason)}";

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        GraphQLDeprecatedAttribute.DefaultReason => " @deprecated",
        _ => $" @deprecated(reason: {SyntaxPrinter.PrintString(reason)})",
    };

    private static string Description(string? text, string indent, bool first)
    {
        if (text is null) return "";
        var printed = BlockString.IsPrintable(text) ? BlockString.Print(text) : SyntaxPrinter.PrintString(text);
        var before = indent.Length > 0 && !first ? "\n" + indent : indent;
        return $"{before}{printed.Replace("\n", "\n" + indent, StringComparison.Ordinal)}\n";
    }
}
